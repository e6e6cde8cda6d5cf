/** Charts and tables of a dashboard, and their data. */
@NullMarked
package com.streamdata.visualization;

import org.jspecify.annotations.NullMarked;
