package com.streamdata.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever looks at a dashboard sees of an annotation.
 *
 * @param panelId the panel that it is on; null for all of them
 * @param time epoch milliseconds
 * @param timeEnd null for a moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnnotationView(
    @Nullable Long panelId, long time, @Nullable Long timeEnd, String text, List<String> tags) {
  static AnnotationView of(Annotation annotation) {
    return new AnnotationView(
        annotation.panelId() == 0 ? null : annotation.panelId(),
        annotation.time(),
        annotation.timeEnd() > annotation.time() ? annotation.timeEnd() : null,
        annotation.text(),
        annotation.tagList());
  }
}
