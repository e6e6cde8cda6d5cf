/** Who is asking: users, sessions, API keys. */
@NullMarked
package com.streamdata.identity;

import org.jspecify.annotations.NullMarked;
