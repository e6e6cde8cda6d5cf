/** Who is asking. */
@NullMarked
package com.streamdata.identity;

import org.jspecify.annotations.NullMarked;
