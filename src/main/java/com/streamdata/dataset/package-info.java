/** Rows of the embedded store (DuckDB): tables, appends, imports, retention. */
@NullMarked
package com.streamdata.dataset;

import org.jspecify.annotations.NullMarked;
