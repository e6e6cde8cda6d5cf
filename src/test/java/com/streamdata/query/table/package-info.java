@NullMarked
package com.streamdata.query.table;

import org.jspecify.annotations.NullMarked;
