/** StreamData: live dashboards that are shared by link. */
@NullMarked
package com.streamdata;

import org.jspecify.annotations.NullMarked;
