@NullMarked
package com.streamdata.source.push;

import org.jspecify.annotations.NullMarked;
