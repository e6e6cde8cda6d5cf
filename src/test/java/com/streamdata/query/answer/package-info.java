@NullMarked
package com.streamdata.query.answer;

import org.jspecify.annotations.NullMarked;
