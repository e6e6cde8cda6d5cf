package com.streamdata.query.ask;

/**
 * Sorts the answer, before its limit cuts it.
 *
 * @param column a name in the answer
 */
public record Order(String column, Direction direction) {}
