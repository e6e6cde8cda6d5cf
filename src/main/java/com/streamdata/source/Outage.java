package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That new rows of a source cannot be had at the moment, as anybody may be told who sees its rows:
 * not which source it is, nor why.
 *
 * @param refreshedAt when they were last had; null if they never were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outage(@Nullable Instant refreshedAt) {
  private boolean isOlderThan(Outage other) {
    return other.refreshedAt != null
        && (refreshedAt == null || refreshedAt.isBefore(other.refreshedAt));
  }

  /** The one that has lasted longer. */
  Outage orOlder(Outage other) {
    return other.isOlderThan(this) ? other : this;
  }
}
