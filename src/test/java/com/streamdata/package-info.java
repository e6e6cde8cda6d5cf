/** Rules about the whole code base, and tests of the whole server. */
@NullMarked
package com.streamdata;

import org.jspecify.annotations.NullMarked;
