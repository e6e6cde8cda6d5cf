/** A query becomes SQL, and SQL becomes a table. */
@NullMarked
package com.streamdata.query;

import org.jspecify.annotations.NullMarked;
