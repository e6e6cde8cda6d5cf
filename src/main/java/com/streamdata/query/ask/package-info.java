/** What can be asked of sources, by columns or in SQL, where and how; and how that can fail. */
@NullMarked
package com.streamdata.query.ask;

import org.jspecify.annotations.NullMarked;
