/** Who may do what. */
@NullMarked
package com.streamdata.access;

import org.jspecify.annotations.NullMarked;
