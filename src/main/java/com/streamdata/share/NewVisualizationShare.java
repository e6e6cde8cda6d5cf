package com.streamdata.share;

import org.jspecify.annotations.Nullable;

/**
 * A link to be made to one visualization; it lets its holder see that and nothing else.
 *
 * @param password asked of every visitor; null for none
 * @param email who is sent the link; null for nobody
 * @param expires null for never
 */
record NewVisualizationShare(
    @Nullable SharePassword password, @Nullable Recipients email, @Nullable Expiry expires) {
  static final NewVisualizationShare PLAIN = new NewVisualizationShare(null, null, null);
}
