package com.streamdata.api.grafana;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.source.SourceService.ReadableSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sources that somebody may read, found as Grafana's JSON names them: by uid or name, as text
 * or object, through a variable, or not at all.
 *
 * @param own the dashboard whose sources come first; null for a new one
 * @param templating the dashboard's variables
 */
record DataSources(List<ReadableSource> sources, @Nullable DashboardId own, JsonNode templating) {
  private static final String UID = "source-";
  private static final int LONGEST_NAME = 120;

  /** What clients call a source. */
  static String uid(SourceId id) {
    return UID + id;
  }

  /**
   * The source that a {@code datasource} names.
   *
   * @throws NotShownException saying which it is that is not here
   */
  SourceId require(JsonNode named) throws NotShownException {
    String name = named.isObject() ? Lenient.text(named, "uid") : Lenient.text(named);
    name = name.startsWith("$") ? valueOf(name) : name;
    if (name.equals("__expr__") || name.equals("-100")) {
      throw new NotShownException("It computes with expressions, which only Grafana does.");
    }
    if (name.equals("-- Dashboard --")) {
      throw new NotShownException("It shows the data of another panel, which only Grafana does.");
    }
    Optional<ReadableSource> found = isDefault(name) ? usual() : find(name);
    if (found.isEmpty()) {
      throw isDefault(name)
          ? new NotShownException(
              "It names no data source, and here it is not clear which one is meant.")
          : new NotShownException(
              "Its data source is not one of this server.",
              Lenient.line(name + type(named), LONGEST_NAME) + " is none that you may read.");
    }
    return found.get().id();
  }

  /**
   * The source that a query names by its data source, or by the number that older clients send.
   *
   * @throws NotShownException as {@link #require}
   */
  ReadableSource find(JsonNode named, JsonNode number) throws NotShownException {
    SourceId id =
        named.isMissingNode() && number.isIntegralNumber()
            ? new SourceId(number.longValue())
            : require(named);
    return sources.stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotShownException("There is no source " + id + "."));
  }

  private static boolean isDefault(String name) {
    return name.isEmpty() || name.equals("default") || name.equals("-- Mixed --");
  }

  private static String type(JsonNode named) {
    String type = named.isObject() ? Lenient.text(named, "type") : "";
    return type.isEmpty() ? "" : " (" + type + ")";
  }

  private Optional<ReadableSource> find(String name) {
    return sources.stream()
        .filter(source -> uid(source.id()).equals(name))
        .findFirst()
        .or(() -> only(mine().stream().filter(source -> source.name().equals(name)).toList()))
        .or(() -> only(sources.stream().filter(source -> source.name().equals(name)).toList()));
  }

  /** The only one of the dashboard, else the only one there is. */
  private Optional<ReadableSource> usual() {
    return only(mine()).or(() -> only(sources));
  }

  private List<ReadableSource> mine() {
    return sources.stream().filter(source -> source.dashboardId().equals(own)).toList();
  }

  private static Optional<ReadableSource> only(List<ReadableSource> some) {
    return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
  }

  /** What a variable of data sources is set to; the name itself if there is no such variable. */
  private String valueOf(String name) {
    String plain = name.replaceAll("[${}\\[\\]]|:\\w+", "");
    return Lenient.objects(templating, "list").stream()
        .filter(variable -> Lenient.text(variable, "type").equals("datasource"))
        .filter(variable -> Lenient.text(variable, "name").equals(plain))
        .map(variable -> Lenient.text(variable.path("current"), "value"))
        .findFirst()
        .orElse(name);
  }
}
