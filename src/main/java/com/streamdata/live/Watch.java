package com.streamdata.live;

import java.util.function.Supplier;

/**
 * What one page wants to see.
 *
 * @param whose counted together: no link and no account takes the places of all
 * @param key equal for pages that see the very same
 * @param show what is to be seen now; throws AppException when it is gone. The same for equal keys
 * @param pass whether this page may
 */
public record Watch(Object whose, Object key, Supplier<Show> show, Pass pass) {}
