/** What a query must have to be drawn in a shape, and from the columns that there are. */
@NullMarked
package com.streamdata.query.rules;

import org.jspecify.annotations.NullMarked;
