@NullMarked
package com.streamdata.query.rules;

import org.jspecify.annotations.NullMarked;
