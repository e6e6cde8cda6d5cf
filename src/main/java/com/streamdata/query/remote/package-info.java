/** Answers from other people's databases, which may be slow or away. */
@NullMarked
package com.streamdata.query.remote;

import org.jspecify.annotations.NullMarked;
