@NullMarked
package com.streamdata.source.sql;

import org.jspecify.annotations.NullMarked;
