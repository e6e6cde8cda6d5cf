package com.streamdata.live;

import java.util.function.Supplier;

/**
 * What one page wants to see.
 *
 * @param key equal for pages that see the very same
 * @param show what is to be seen now; throws AppException when it is gone. The same for equal keys
 * @param pass whether this page may
 */
public record Watch(Object key, Supplier<Show> show, Pass pass) {}
