/** The time that is asked for, as people write it, and the instants that are meant. */
@NullMarked
package com.streamdata.query.time;

import org.jspecify.annotations.NullMarked;
