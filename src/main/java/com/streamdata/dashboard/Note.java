package com.streamdata.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.visualization.Place;
import org.jspecify.annotations.Nullable;

/**
 * A panel that is not drawn but told of: a text, a heading, or what cannot be shown and why.
 *
 * @param panelId its number on the dashboard, which no other panel there has
 * @param title may be empty
 * @param text plain, with line breaks; may be empty
 * @param detail what of the reason is nobody's business but theirs who have an account; null for
 *     nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Note(long panelId, String title, String text, @Nullable String detail, Place place) {}
