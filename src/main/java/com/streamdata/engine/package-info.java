/** The databases that answer: how each writes its SQL, and how it is asked. */
@NullMarked
package com.streamdata.engine;

import org.jspecify.annotations.NullMarked;
