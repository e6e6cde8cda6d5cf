package com.streamdata.live;

import java.util.function.Supplier;

/**
 * Something on a page that has a result.
 *
 * @param name how pages call it: letters and digits
 * @param state equal to an earlier one as long as the result cannot be another; quick
 * @param result the result as JSON, an object; may take long. Throws AppException when there is
 *     none, in words for whoever looks
 */
public record Part(String name, Supplier<Object> state, Supplier<byte[]> result) {}
