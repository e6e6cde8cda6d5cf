/** Queries against a reference in plain Java. */
@NullMarked
package com.streamdata.query;

import org.jspecify.annotations.NullMarked;
