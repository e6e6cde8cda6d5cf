@NullMarked
package com.streamdata.dataset;

import org.jspecify.annotations.NullMarked;
