/** What people choose on a dashboard for the statements that name it. */
@NullMarked
package com.streamdata.query.variable;

import org.jspecify.annotations.NullMarked;
