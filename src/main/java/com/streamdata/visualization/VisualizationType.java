package com.streamdata.visualization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import com.streamdata.query.ask.Shape;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How data is drawn: the published types. On the wire and in the database in lower case. */
public enum VisualizationType {
  TABLE(Shape.TABLE),
  LINECHART(Shape.CHART),
  BARCHART(Shape.CHART),
  STACKBARCHART(Shape.STACK),
  PIECHART(Shape.PIE),
  AREACHART(Shape.CHART);

  private final Shape shape;

  VisualizationType(Shape shape) {
    this.shape = shape;
  }

  @JsonCreator
  public static VisualizationType of(String name) {
    return Arrays.stream(values())
        .filter(type -> type.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Checks.invalid("", "must be one of " + names()));
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Shape shape() {
    return shape;
  }

  private static String names() {
    return Arrays.stream(values())
        .map(VisualizationType::wireName)
        .collect(Collectors.joining(", "));
  }
}
