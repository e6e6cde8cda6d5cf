package com.streamdata.api.grafana;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer may send along with a question about a panel (observed behaviour, 3.2).
 *
 * @param queryCachingTTL read and not needed: answers are kept until rows change
 * @param variables ours: chosen values, of which the share says whether they count
 */
record PanelRequest(
    @Nullable Long intervalMs,
    @Nullable Long maxDataPoints,
    @Nullable Long queryCachingTTL,
    @Nullable Times timeRange,
    @Nullable Map<String, List<String>> variables) {

  /** Times of any form; whether they can be read is asked only where they count. */
  record Times(@Nullable String from, @Nullable String to, @Nullable String timezone) {}

  long interval() {
    return intervalMs == null ? 0 : intervalMs;
  }

  long points() {
    return maxDataPoints == null ? 0 : maxDataPoints;
  }
}
