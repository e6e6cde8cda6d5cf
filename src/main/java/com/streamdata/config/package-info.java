/** Settings: read from the environment and one file, checked before anything starts. */
@NullMarked
package com.streamdata.config;

import org.jspecify.annotations.NullMarked;
