/** Settings and the server key. */
@NullMarked
package com.streamdata.config;

import org.jspecify.annotations.NullMarked;
