/** The real server for tests: it knows HTTP and time, nothing of any feature. */
@NullMarked
package com.streamdata.testing;

import org.jspecify.annotations.NullMarked;
