package com.streamdata.api.grafana;

import com.streamdata.visualization.Place;
import tools.jackson.databind.JsonNode;

/**
 * A panel of a dashboard in Grafana's JSON, wherever it stands there.
 *
 * @param id no other panel has it
 * @param place in the whole dashboard with all rows open; no other panel is there
 */
record GrafanaPanel(long id, JsonNode json, Place place) {
  private static final int LONGEST_TITLE = 200;

  String type() {
    return Lenient.text(json, "type");
  }

  boolean isRow() {
    return type().equals("row");
  }

  /** One line of at most 200 characters; may be empty. */
  String title() {
    return Lenient.line(Lenient.text(json, "title"), LONGEST_TITLE);
  }
}
