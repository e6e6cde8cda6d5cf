package com.streamdata.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.VisualizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change of a dashboard.
 *
 * @param who an e-mail address; with the name of the key for a program; null for whoever has an
 *     edit link
 * @param what a short name, such as {@code visualization.changed}
 * @param detail such as the title of what was changed
 * @param visualization the one that was changed, which may be gone; null for the dashboard itself
 * @param was what a request would send to have it back; null where nothing can be had back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PastChange(
    String id,
    Instant at,
    @Nullable String who,
    String what,
    String detail,
    @Nullable VisualizationId visualization,
    @Nullable JsonNode was) {}
