/** What a statement may do, and what is told of why it cannot be run. */
@NullMarked
package com.streamdata.query.statement.gate;

import org.jspecify.annotations.NullMarked;
