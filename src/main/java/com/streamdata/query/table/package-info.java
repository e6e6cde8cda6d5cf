/** Columns of values, which are what people are given as JSON or CSV, and how many there may be. */
@NullMarked
package com.streamdata.query.table;

import org.jspecify.annotations.NullMarked;
