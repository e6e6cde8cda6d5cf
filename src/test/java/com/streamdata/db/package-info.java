/** The metadata database. */
@NullMarked
package com.streamdata.db;

import org.jspecify.annotations.NullMarked;
