@NullMarked
package com.streamdata.query.statement.gate;

import org.jspecify.annotations.NullMarked;
