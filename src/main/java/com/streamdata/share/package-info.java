/** Links: who holds one sees a dashboard or a visualization. */
@NullMarked
package com.streamdata.share;

import org.jspecify.annotations.NullMarked;
