/** Tests of the pages, most of them in a real browser. */
@NullMarked
package com.streamdata.ui;

import org.jspecify.annotations.NullMarked;
