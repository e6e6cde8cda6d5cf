/** Bodies and problem documents. */
@NullMarked
package com.streamdata.http;

import org.jspecify.annotations.NullMarked;
