package com.streamdata.api.grafana;

import com.streamdata.access.Access;
import com.streamdata.access.Caller;
import com.streamdata.access.Role;
import com.streamdata.db.Database;
import com.streamdata.identity.ProfileService;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What clients ask on the way: is it up, which organization, who am I (observed behaviour, 5.3).
 */
@RestController
final class OrganizationResource {
  /** The version of Grafana whose description the clients were generated from. */
  private static final String VERSION = "13.0.0";

  private final Access access;
  private final ProfileService profiles;
  private final Database database;

  OrganizationResource(Access access, ProfileService profiles, Database database) {
    this.access = access;
    this.profiles = profiles;
    this.database = database;
  }

  /** Whether the server works. */
  record Health(String database, String version, String commit) {}

  /** The only organization. */
  record Organization(int id, String name, Address address) {}

  /** Where it is; nobody says. */
  record Address(
      String address1, String address2, String city, String zipCode, String state, String country) {
    static final Address NONE = new Address("", "", "", "", "", "");
  }

  /** Who is asking. */
  record Me(
      long id,
      String uid,
      String email,
      String name,
      String login,
      String theme,
      int orgId,
      boolean isGrafanaAdmin,
      boolean isDisabled,
      boolean isExternal,
      List<String> authLabels,
      String avatarUrl,
      Instant createdAt,
      Instant updatedAt) {
    static Me of(ProfileService.Profile profile) {
      return new Me(
          profile.id(),
          (profile.serviceAccount() ? "sa-" : "user-") + profile.id(),
          profile.email(),
          profile.name(),
          profile.email(),
          "",
          1,
          profile.role() == Role.ADMIN,
          false,
          false,
          List.of(),
          "",
          profile.createdAt(),
          profile.createdAt());
    }
  }

  @GetMapping("/api/health")
  ResponseEntity<Health> health() {
    boolean works = works();
    return ResponseEntity.status(works ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Health(works ? "ok" : "failing", VERSION, "streamdata"));
  }

  private boolean works() {
    try {
      return database.read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException _) {
      return false;
    }
  }

  @GetMapping("/api/org")
  Organization organization(Caller caller) {
    access.requireAccount(caller);
    return new Organization(1, "Main Org.", Address.NONE);
  }

  @GetMapping("/api/user")
  Me me(Caller caller) {
    return Me.of(profiles.of(caller));
  }
}
