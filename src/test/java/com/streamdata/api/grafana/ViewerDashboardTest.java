package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anonymous viewers get of a dashboard's JSON. */
class ViewerDashboardTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String DASHBOARD =
      """
      {"id": 12, "uid": "ops", "title": "Plant A", "version": 7, "tags": ["SECRET"], "description": "SECRET",
       "gnetId": 4711, "links": [{"url": "SECRET"}], "time": {"from": "now-6h", "to": "now", "x": "SECRET"},
       "timezone": "utc", "refresh": "5s", "timepicker": {"hidden": true, "x": "SECRET"},
       "__inputs": ["SECRET"], "streamdata": {"filters": ["SECRET"]},
       "annotations": {"list": [{"name": "Deploys", "expr": "SECRET", "datasource": {"uid": "SECRET"}}]},
       "templating": {"list": [
         {"type": "query", "name": "site", "query": "SECRET", "definition": "SECRET", "datasource": "SECRET",
          "regex": "SECRET", "options": [{"text": "Rome", "value": "rome"}], "current": {"value": "rome"}},
         {"type": "constant", "name": "k", "query": "SECRET"},
         {"type": "custom", "name": "hid", "hide": 2, "query": "SECRET"}]},
       "panels": [
         {"id": 1, "type": "timeseries", "title": "Load", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8, "s": "SECRET"},
          "datasource": {"type": "prometheus", "uid": "SECRET"}, "links": [{"url": "SECRET"}], "pluginVersion": "SECRET",
          "targets": [{"refId": "A", "expr": "SECRET", "target": "SECRET", "rawQuery": "SECRET", "queryText": "SECRET",
                       "metricName": "SECRET", "datasource": {"uid": "SECRET"}}, 7, null],
          "transformations": [{"id": "SECRET"}],
          "fieldConfig": {"defaults": {"unit": "celsius", "links": [{"url": "SECRET"}], "custom": {"drawStyle": "line", "datasource": "SECRET"}},
            "overrides": [{"matcher": {"id": "byName", "options": "n"}, "properties": [
              {"id": "unit", "value": "s"}, {"id": "links", "value": "SECRET"}, {"id": "custom.width", "value": {"query": "SECRET", "a": 1}}]}]},
          "options": {"legend": {"show": true}, "rawSql": "SECRET", "dashboardUID": "SECRET"}},
         {"id": 2, "type": "row", "collapsed": true, "panels": [{"id": 3, "type": "table", "targets": [{"refId": "B", "rawSql": "SECRET"}]}]},
         {"type": "text", "options": {"mode": "text", "content": "Hello"}, "scopedVars": "SECRET"},
         7, null, "SECRET"]}
      """;

  private static JsonNode seen(boolean timeSelection, boolean variableSelection) {
    return ViewerDashboard.of(JSON.readTree(DASHBOARD), timeSelection, variableSelection);
  }

  @Test
  void nothingSecretIsLeft() {
    assertThat(seen(false, false).toString()).doesNotContain("SECRET").doesNotContain("4711");
    assertThat(seen(true, true).toString()).doesNotContain("SECRET").doesNotContain("4711");
  }

  @Test
  void enoughIsLeftToDrawIt() {
    JsonNode seen = seen(false, false);

    JsonNode panel = seen.path("panels").path(0);
    assertThat(seen.path("title").asString()).isEqualTo("Plant A");
    assertThat(seen.path("time").toString()).isEqualTo("{\"from\":\"now-6h\",\"to\":\"now\"}");
    assertThat(panel.path("title").asString()).isEqualTo("Load");
    assertThat(panel.path("targets").toString()).isEqualTo("[{\"refId\":\"A\"}]");
    assertThat(panel.path("fieldConfig").path("defaults").toString())
        .isEqualTo("{\"unit\":\"celsius\",\"custom\":{\"drawStyle\":\"line\"}}");
    assertThat(panel.path("options").toString()).isEqualTo("{\"legend\":{\"show\":true}}");
    assertThat(seen.path("panels").path(1).path("panels").path(0).path("id").asLong()).isEqualTo(3);
    assertThat(seen.path("panels").path(2).path("options").path("content").asString())
        .isEqualTo("Hello");
    assertThat(seen.path("annotations").path("list").toString())
        .isEqualTo("[{\"name\":\"Deploys\"}]");
    assertThat(seen.has("id")).isFalse();
    assertThat(seen.has("version")).isFalse();
  }

  @Test
  void panelWithoutANumberGetsOne() {
    assertThat(seen(false, false).path("panels").path(2).path("id").asLong()).isEqualTo(4);
  }

  @Test
  void timePickerIsHiddenUnlessTheTimeMayBeChosen() {
    assertThat(seen(false, false).path("timepicker").toString()).isEqualTo("{\"hidden\":true}");
    assertThat(seen(true, false).path("timepicker").toString()).isEqualTo("{\"hidden\":false}");
    assertThat(ViewerDashboard.of(JSON.readTree("{}"), false, false).path("timepicker").toString())
        .isEqualTo("{\"hidden\":true}");
  }

  @Test
  void choicesAreShownOnlyWhereTheyMayBeChosen() {
    assertThat(seen(true, false).path("templating").toString()).isEqualTo("{\"list\":[]}");

    JsonNode variables = seen(false, true).path("templating").path("list");
    assertThat(variables.size()).isEqualTo(1);
    assertThat(variables.path(0).path("type").asString()).isEqualTo("custom");
    assertThat(variables.path(0).path("options").path(0).path("text").asString()).isEqualTo("Rome");
  }

  @Test
  void sourceStaysAsItIs() {
    JsonNode dashboard = JSON.readTree(DASHBOARD);

    ViewerDashboard.of(dashboard, true, true);

    assertThat(dashboard).isEqualTo(JSON.readTree(DASHBOARD));
  }
}
