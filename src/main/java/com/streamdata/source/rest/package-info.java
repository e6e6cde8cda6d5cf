/** Sources that ask a REST API for their rows. */
@NullMarked
package com.streamdata.source.rest;

import org.jspecify.annotations.NullMarked;
