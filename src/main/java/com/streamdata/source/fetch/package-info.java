/** What kinds of sources that find their rows themselves have in common. */
@NullMarked
package com.streamdata.source.fetch;

import org.jspecify.annotations.NullMarked;
