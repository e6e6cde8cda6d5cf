/** Rows that people upload as files. */
@NullMarked
package com.streamdata.source.file;

import org.jspecify.annotations.NullMarked;
