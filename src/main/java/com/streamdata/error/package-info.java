/** What went wrong, in words a caller can act on. Uses nothing but the JDK. */
@NullMarked
package com.streamdata.error;

import org.jspecify.annotations.NullMarked;
