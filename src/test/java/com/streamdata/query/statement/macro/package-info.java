@NullMarked
package com.streamdata.query.statement.macro;

import org.jspecify.annotations.NullMarked;
