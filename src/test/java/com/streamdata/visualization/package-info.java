/** Visualizations over HTTP. */
@NullMarked
package com.streamdata.visualization;

import org.jspecify.annotations.NullMarked;
