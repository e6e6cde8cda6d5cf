/** Dashboards over HTTP. */
@NullMarked
package com.streamdata.dashboard;

import org.jspecify.annotations.NullMarked;
