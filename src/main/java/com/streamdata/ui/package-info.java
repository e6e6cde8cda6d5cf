/** Pages and their assets. */
@NullMarked
package com.streamdata.ui;

import org.jspecify.annotations.NullMarked;
