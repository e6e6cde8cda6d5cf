/**
 * Connections that the server makes because somebody told it to: to where it may, and no further.
 */
@NullMarked
package com.streamdata.outbound;

import org.jspecify.annotations.NullMarked;
