/** Dashboards: title, tiles, visualizations, filters, time range. */
@NullMarked
package com.streamdata.dashboard;

import org.jspecify.annotations.NullMarked;
