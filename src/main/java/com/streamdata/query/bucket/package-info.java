/** Stretches of time along an axis, by the clocks and the calendar of a zone, as numbers in SQL. */
@NullMarked
package com.streamdata.query.bucket;

import org.jspecify.annotations.NullMarked;
