/** A query by columns becomes SQL of any dialect, and the rows found become a table. */
@NullMarked
package com.streamdata.query.plan;

import org.jspecify.annotations.NullMarked;
