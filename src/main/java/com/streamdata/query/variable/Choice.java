package com.streamdata.query.variable;

/**
 * One value that a variable may have.
 *
 * @param text as people see it
 */
public record Choice(String text, String value) {}
