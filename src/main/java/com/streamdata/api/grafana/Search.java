package com.streamdata.api.grafana;

import com.streamdata.dashboard.Folder;
import com.streamdata.dashboard.FoundDashboard;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody searches for; lists that are empty let everything through.
 *
 * @param query part of the title, in whatever case
 * @param folders uids of folders, {@code general} for none
 * @param nothing whether stars or deleted dashboards are asked for, which do not exist here
 */
record Search(
    String query,
    Set<String> types,
    Set<String> tags,
    Set<String> folders,
    Set<String> dashboards,
    boolean descending,
    boolean nothing,
    GrafanaPage page) {
  static final String DASHBOARD = "dash-db";
  static final String FOLDER = "dash-folder";

  static Search of(MultiValueMap<String, String> parameters) {
    return new Search(
        Objects.requireNonNullElse(parameters.getFirst("query"), "").toLowerCase(Locale.ROOT),
        all(parameters, "type"),
        all(parameters, "tag"),
        all(parameters, "folderUIDs"),
        all(parameters, "dashboardUIDs", "dashboardUID"),
        "alpha-desc".equals(parameters.getFirst("sort")),
        "true".equals(parameters.getFirst("starred"))
            || "true".equals(parameters.getFirst("deleted")),
        GrafanaPage.of(parameters.getFirst("limit"), parameters.getFirst("page")));
  }

  /** Repeated parameters and lists with commas are the same. */
  private static Set<String> all(MultiValueMap<String, String> parameters, String... names) {
    return Stream.of(names)
        .flatMap(
            name -> Objects.requireNonNullElse(parameters.get(name), List.<String>of()).stream())
        .flatMap(value -> Stream.of(value.split(",")))
        .filter(value -> !value.isEmpty())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  boolean finds(Folder folder) {
    return !nothing
        && isAsked(types, FOLDER)
        && tags.isEmpty()
        && (folders.isEmpty() || folders.contains(FolderResource.GENERAL))
        && isAsked(dashboards, folder.uid())
        && isCalled(folder.title());
  }

  boolean finds(FoundDashboard dashboard) {
    String folder = dashboard.folderUid();
    return !nothing
        && isAsked(types, DASHBOARD)
        && isAsked(folders, folder == null ? FolderResource.GENERAL : folder)
        && isAsked(dashboards, dashboard.uid())
        && isCalled(dashboard.name())
        && (tags.isEmpty() || dashboard.tagList().containsAll(tags));
  }

  private static boolean isAsked(Set<String> asked, @Nullable String value) {
    return asked.isEmpty() || asked.contains(value);
  }

  private boolean isCalled(String title) {
    return title.toLowerCase(Locale.ROOT).contains(query);
  }

  /** Folders first, then by title. */
  Comparator<SearchResource.Hit> order() {
    Comparator<SearchResource.Hit> byTitle =
        Comparator.comparing(hit -> hit.title().toLowerCase(Locale.ROOT));
    return Comparator.comparing((SearchResource.Hit hit) -> hit.type().equals(DASHBOARD))
        .thenComparing(descending ? byTitle.reversed() : byTitle);
  }
}
