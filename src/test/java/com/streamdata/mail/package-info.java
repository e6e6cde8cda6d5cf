/** The outbox, against real mail servers in the test. */
@NullMarked
package com.streamdata.mail;

import org.jspecify.annotations.NullMarked;
