/** Which rows count: a column compared with values, and what can be compared with what. */
@NullMarked
package com.streamdata.query.filter;

import org.jspecify.annotations.NullMarked;
