package com.streamdata.share;

import com.streamdata.access.Caller;
import com.streamdata.error.AppException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the visitors of public dashboards in as Grafana does (observed behaviour, 1.4: V1). */
@Component
public final class PublicVisits {
  private final Visits visits;

  PublicVisits(Visits visits) {
    this.visits = visits;
  }

  /**
   * Somebody who was let in, and what they may choose and see.
   *
   * @param until when they have to be let in again; null: until something is written
   * @param isProtected whether holding the token was not enough: nothing may be kept in between
   */
  public record Visit(
      Caller.ShareHolder holder,
      boolean timeSelection,
      boolean annotations,
      boolean variableSelection,
      @Nullable Instant until,
      boolean isProtected) {}

  /**
   * Lets somebody in.
   *
   * @throws AppException in this order: invalidAccessToken, notFound, notEnabled; codeRequired for
   *     who is not known to be invited
   */
  public Visit enter(String token, CookieJar cookies) {
    requireForm(token);
    Share share =
        visits
            .find(token)
            .filter(found -> found.kind() == ShareKind.PUBLIC)
            .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.NOT_FOUND));
    if (!share.enabled()) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.NOT_ENABLED);
    }
    Visits.Visit visit = enterProtected(token, cookies);
    return new Visit(
        share.holder(),
        share.timeSelection(),
        share.annotations(),
        share.variableSelection(),
        visit.until(),
        visit.share().isProtected());
  }

  /** What is looked at before anything else: whether it can be a token at all. */
  public void requireForm(String token) {
    if (ShareToken.parse(token).isEmpty()) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.INVALID_ACCESS_TOKEN);
    }
  }

  private Visits.Visit enterProtected(String token, CookieJar cookies) {
    try {
      return visits.enter(token, cookies);
    } catch (AppException refused) {
      throw refused.code().equals(ShareErrors.NEEDS_CODE)
              || refused.code().equals(ShareErrors.LOCKED)
          ? PublicDashboardErrors.of(PublicDashboardErrors.CODE_REQUIRED)
          : refused;
    }
  }
}
