/** The outbox: messages written with the change they tell of, sent in the background. */
@NullMarked
package com.streamdata.mail;

import org.jspecify.annotations.NullMarked;
