@NullMarked
package com.streamdata.query.statement;

import org.jspecify.annotations.NullMarked;
