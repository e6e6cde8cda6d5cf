package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.Caller;
import com.streamdata.dashboard.DashboardImportService;
import com.streamdata.dashboard.Folder;
import com.streamdata.dashboard.FolderService;
import com.streamdata.dashboard.FoundDashboard;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds dashboards and folders among those the caller may read (observed behaviour, 5.3). */
@RestController
final class SearchResource {
  private final DashboardImportService dashboards;
  private final FolderService folders;

  SearchResource(DashboardImportService dashboards, FolderService folders) {
    this.dashboards = dashboards;
    this.folders = folders;
  }

  /** Something found. */
  record Hit(
      long id,
      long orgId,
      String uid,
      String title,
      String uri,
      String url,
      String slug,
      String type,
      List<String> tags,
      boolean isStarred,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long folderId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String folderUid,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String folderTitle,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String folderUrl,
      long sortMeta,
      boolean isDeleted) {
    static Hit of(Folder folder) {
      return new Hit(
          folder.id().value(),
          1,
          folder.uid(),
          folder.title(),
          "db/" + Slug.of(folder.title()),
          FolderResource.url(folder.uid(), folder.title()),
          "",
          Search.FOLDER,
          List.of(),
          false,
          null,
          null,
          null,
          null,
          0,
          false);
    }

    static Hit of(FoundDashboard dashboard) {
      String folder = dashboard.folderUid();
      String folderTitle = Objects.requireNonNullElse(dashboard.folderTitle(), "");
      return new Hit(
          dashboard.id().value(),
          1,
          dashboard.uid(),
          dashboard.name(),
          "db/" + Slug.of(dashboard.name()),
          DashboardMeta.url(dashboard.uid(), dashboard.name()),
          "",
          Search.DASHBOARD,
          dashboard.tagList(),
          false,
          dashboard.folderId() == null ? null : dashboard.folderId().value(),
          folder,
          dashboard.folderTitle(),
          folder == null ? null : FolderResource.url(folder, folderTitle),
          0,
          false);
    }
  }

  @GetMapping("/api/search")
  List<Hit> search(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    Search search = Search.of(parameters);
    List<Hit> found =
        Stream.concat(
                folders.list(caller).stream().filter(search::finds).map(Hit::of),
                dashboards.list(caller).stream().filter(search::finds).map(Hit::of))
            .sorted(search.order())
            .toList();
    return search.page().of(found);
  }
}
