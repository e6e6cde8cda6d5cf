package com.streamdata;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.config.ServerConfig;
import com.streamdata.dashboard.DashboardChange;
import com.streamdata.dashboard.DashboardService;
import com.streamdata.dashboard.NewDashboard;
import com.streamdata.http.RecordReader;
import com.streamdata.share.ShareService;
import com.streamdata.source.ImportService;
import com.streamdata.source.NewSource;
import com.streamdata.source.SourceService;
import com.streamdata.visualization.NewVisualization;
import com.streamdata.visualization.VisualizationService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dashboards over public data for the very first start, made the way anybody would make them. */
@Component
final class Demo {
  private static final String FOLDER = "/demo/";

  private final ServerConfig config;
  private final DashboardService dashboards;
  private final SourceService sources;
  private final ImportService imports;
  private final VisualizationService visualizations;
  private final ShareService shares;
  private final LiveDemo live;

  Demo(
      ServerConfig config,
      DashboardService dashboards,
      SourceService sources,
      ImportService imports,
      VisualizationService visualizations,
      ShareService shares,
      LiveDemo live) {
    this.config = config;
    this.dashboards = dashboards;
    this.sources = sources;
    this.imports = imports;
    this.visualizations = visualizations;
    this.shares = shares;
    this.live = live;
  }

  /**
   * Makes and shares them, unless the settings say not to; the paths of their links by their names.
   */
  Map<String, String> make(Caller.User owner) {
    Map<String, String> links = new LinkedHashMap<>();
    if (config.demo()) {
      for (JsonNode wanted : wanted()) {
        links.put(wanted.path("name").asString(), shares.openLink(owner, make(owner, wanted)));
      }
      JsonNode wanted = RecordReader.parse(resource("live.json"));
      links.put(wanted.path("name").asString(), shares.openLink(owner, makeLive(owner, wanted)));
    }
    return links;
  }

  private DashboardId makeLive(Caller owner, JsonNode wanted) {
    DashboardId id = dashboards.create(owner, NewDashboard.of(wanted.path("name").asString())).id();
    NewSource wish = RecordReader.read(wanted.path("source"), NewSource.class);
    SourceId source = sources.create(owner, id, wish).id();
    fill(owner, id, source, wanted);
    live.begin(source);
    return id;
  }

  /** Makes them once more, for whoever wants to try something out. */
  List<DashboardId> copy(Caller owner) {
    return wanted().valueStream().map(wanted -> make(owner, wanted)).toList();
  }

  private static JsonNode wanted() {
    return RecordReader.parse(resource("dashboards.json"));
  }

  private DashboardId make(Caller owner, JsonNode wanted) {
    DashboardId id = dashboards.create(owner, NewDashboard.of(wanted.path("name").asString())).id();
    JsonNode file = wanted.path("source");
    SourceId source = sources.create(owner, id, NewSource.file(file.path("name").asString())).id();
    load(owner, source, file.path("file").asString());
    fill(owner, id, source, wanted);
    return id;
  }

  private void fill(Caller owner, DashboardId id, SourceId source, JsonNode wanted) {
    JsonNode filled =
        RecordReader.parse(
            wanted
                .toString()
                .replace("\"$source\"", "\"" + source + "\"")
                .getBytes(StandardCharsets.UTF_8));
    for (JsonNode visualization : filled.path("visualizations")) {
      visualizations.create(owner, id, RecordReader.read(visualization, NewVisualization.class));
    }
    dashboards.change(owner, id, change(filled), null);
  }

  private void load(Caller owner, SourceId source, String file) {
    try (InputStream content = open(file)) {
      imports.load(owner, source, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the demo", e);
    }
  }

  private static DashboardChange change(JsonNode filled) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (String member : List.of("time_zone", "time_range", "tiles")) {
      if (filled.has(member)) {
        members.set(member, filled.path(member));
      }
    }
    return RecordReader.read(members, DashboardChange.class);
  }

  static byte[] resource(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Demo.class.getResourceAsStream(FOLDER + name), name);
  }
}
