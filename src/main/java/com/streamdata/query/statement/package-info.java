/** Statements that owners wrote in SQL, run over the sources that they name. */
@NullMarked
package com.streamdata.query.statement;

import org.jspecify.annotations.NullMarked;
