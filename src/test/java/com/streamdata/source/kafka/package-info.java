@NullMarked
package com.streamdata.source.kafka;

import org.jspecify.annotations.NullMarked;
