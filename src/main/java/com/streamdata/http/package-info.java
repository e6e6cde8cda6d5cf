/** Plumbing of HTTP: bodies, problem documents, headers, cached answers. */
@NullMarked
package com.streamdata.http;

import org.jspecify.annotations.NullMarked;
