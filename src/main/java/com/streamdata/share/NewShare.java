package com.streamdata.share;

import com.streamdata.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made to a dashboard.
 *
 * @param access what its holder may do
 * @param password asked of every visitor; null for none
 * @param email who is sent the link; null for nobody
 * @param expires null for never
 */
record NewShare(
    Right access,
    @Nullable SharePassword password,
    @Nullable Recipients email,
    @Nullable Expiry expires) {}
