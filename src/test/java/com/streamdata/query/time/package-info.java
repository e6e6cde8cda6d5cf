@NullMarked
package com.streamdata.query.time;

import org.jspecify.annotations.NullMarked;
