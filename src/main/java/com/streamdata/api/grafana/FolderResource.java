package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import com.streamdata.dashboard.Folder;
import com.streamdata.dashboard.FolderService;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Folders of dashboards: one level of them (observed behaviour, 5.2). */
@RestController
final class FolderResource {
  /** What Grafana calls being in no folder. */
  static final String GENERAL = "general";

  private final FolderService folders;

  FolderResource(FolderService folders) {
    this.folders = folders;
  }

  /** What a client may send. */
  record Wanted(
      @Nullable String uid,
      @Nullable String title,
      @Nullable String parentUid,
      @Nullable Long version,
      @Nullable Boolean overwrite) {}

  /** One of a list. */
  record Listed(long id, String uid, String title) {}

  /** A whole folder. */
  record Shown(
      long id,
      String uid,
      long orgId,
      String title,
      String url,
      boolean hasAcl,
      boolean canSave,
      boolean canEdit,
      boolean canAdmin,
      boolean canDelete,
      String createdBy,
      Instant created,
      String updatedBy,
      Instant updated,
      long version,
      String parentUid) {
    static Shown of(Folder folder, boolean changes) {
      return new Shown(
          folder.id().value(),
          folder.uid(),
          1,
          folder.title(),
          FolderResource.url(folder.uid(), folder.title()),
          false,
          changes,
          changes,
          changes,
          changes,
          folder.createdBy(),
          folder.createdAt().truncatedTo(ChronoUnit.SECONDS),
          folder.createdBy(),
          folder.updatedAt().truncatedTo(ChronoUnit.SECONDS),
          folder.version(),
          "");
    }
  }

  /** What is said of one that was deleted. */
  record Deleted(String message, String title, long id) {}

  @GetMapping("/api/folders")
  List<Listed> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String parentUid) {
    List<Folder> all = parentUid == null || parentUid.isEmpty() ? folders.list(caller) : List.of();
    return GrafanaPage.of(limit, page).of(all).stream()
        .map(folder -> new Listed(folder.id().value(), folder.uid(), folder.title()))
        .toList();
  }

  @PostMapping("/api/folders")
  Shown create(Caller caller, HttpServletRequest request) {
    Wanted wanted = folders.requireCreator(caller, () -> read(request));
    return shown(
        caller,
        folders.create(
            caller,
            wanted.uid() == null ? null : Lenient.orNull(wanted.uid()),
            text(wanted.title()),
            text(wanted.parentUid())));
  }

  @GetMapping("/api/folders/{uid}")
  Shown get(Caller caller, @PathVariable String uid) {
    return shown(caller, folders.get(caller, uid));
  }

  @PutMapping("/api/folders/{uid}")
  Shown change(Caller caller, HttpServletRequest request, @PathVariable String uid) {
    Wanted wanted = folders.requireCreator(caller, () -> read(request));
    Long seen = wanted.version() == null ? Long.valueOf(0) : wanted.version();
    return shown(
        caller,
        folders.change(
            caller,
            uid,
            text(wanted.title()),
            Boolean.TRUE.equals(wanted.overwrite()) ? null : seen));
  }

  @DeleteMapping("/api/folders/{uid}")
  Deleted delete(Caller caller, @PathVariable String uid) {
    Folder folder = folders.delete(caller, uid);
    return new Deleted("Folder deleted", folder.title(), folder.id().value());
  }

  private Shown shown(Caller caller, Folder folder) {
    return Shown.of(folder, folders.mayChange(caller, folder));
  }

  private static Wanted read(HttpServletRequest request) {
    return GrafanaJson.read(request, Wanted.class, LegacyErrors.BAD_BODY);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Where people open it. */
  static String url(String uid, String title) {
    return "/dashboards/f/" + uid + "/" + Slug.of(title);
  }
}
