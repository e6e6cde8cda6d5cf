/** The metadata database: SQLite on one node, PostgreSQL for several. */
@NullMarked
package com.streamdata.db;

import org.jspecify.annotations.NullMarked;
