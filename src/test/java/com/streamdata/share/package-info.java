/** Links over HTTP. */
@NullMarked
package com.streamdata.share;

import org.jspecify.annotations.NullMarked;
