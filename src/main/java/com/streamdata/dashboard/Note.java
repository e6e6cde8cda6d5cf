package com.streamdata.dashboard;

import com.streamdata.visualization.Place;

/**
 * A panel that is not drawn but told of: a text, a heading, or what cannot be shown and why.
 *
 * @param panelId its number on the dashboard, which no other panel there has
 * @param title may be empty
 * @param text plain, with line breaks; may be empty
 */
public record Note(long panelId, String title, String text, Place place) {}
