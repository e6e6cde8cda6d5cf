package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What can be done, in Grafana's words where it has some (RBAC actions). */
public enum Action {
  DASHBOARDS_READ("dashboards:read"),
  DASHBOARDS_CREATE("dashboards:create"),
  DASHBOARDS_WRITE("dashboards:write"),
  DASHBOARDS_DELETE("dashboards:delete"),
  DASHBOARDS_SHARE("dashboards.public:write"),
  /** Reading rows and the definition of a source, without its secrets. */
  SOURCES_READ("datasources:read"),
  /** Pushing and uploading rows; creating, changing and deleting sources. */
  SOURCES_WRITE("datasources:write"),
  ANNOTATIONS_READ("annotations:read"),
  ANNOTATIONS_CREATE("annotations:create"),
  ANNOTATIONS_WRITE("annotations:write"),
  ANNOTATIONS_DELETE("annotations:delete");

  private final String wireName;

  Action(String wireName) {
    this.wireName = wireName;
  }

  @JsonCreator
  public static Action of(String name) {
    return Arrays.stream(values())
        .filter(action -> action.wireName.equals(name))
        .findFirst()
        .orElseThrow(() ->
            Checks.invalid(
                "",
                "must be one of "
                    + Arrays.stream(values())
                        .map(Action::wireName)
                        .collect(Collectors.joining(", "))));
  }

  /** Whether it changes nothing. */
  boolean reads() {
    return wireName.endsWith(":read");
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }
}
