@NullMarked
package com.streamdata.query.plan;

import org.jspecify.annotations.NullMarked;
