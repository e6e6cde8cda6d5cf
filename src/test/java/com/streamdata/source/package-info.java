@NullMarked
package com.streamdata.source;

import org.jspecify.annotations.NullMarked;
