package com.streamdata.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.dashboard.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sees of an annotation.
 *
 * @param panelId the panel that it is on; null for all of them
 * @param time epoch milliseconds
 * @param timeEnd null for a moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SharedAnnotation(
    @Nullable Long panelId, long time, @Nullable Long timeEnd, String text, List<String> tags) {
  static SharedAnnotation of(Annotation annotation) {
    return new SharedAnnotation(
        annotation.panelId() == 0 ? null : annotation.panelId(),
        annotation.time(),
        annotation.timeEnd() > annotation.time() ? annotation.timeEnd() : null,
        annotation.text(),
        annotation.tagList());
  }
}
