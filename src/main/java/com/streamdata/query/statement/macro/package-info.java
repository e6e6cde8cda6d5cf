/** Macros and variables of a statement become numbers of bound values. */
@NullMarked
package com.streamdata.query.statement.macro;

import org.jspecify.annotations.NullMarked;
