@NullMarked
package com.streamdata.live;

import org.jspecify.annotations.NullMarked;
