package com.streamdata.query.answer;

/**
 * An answer for whoever would rather have an old one now than wait.
 *
 * @param stale whether there is something newer, which is being made
 */
public record Latest(Answer answer, boolean stale) {}
