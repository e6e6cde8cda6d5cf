package com.streamdata.error;

/**
 * One way to fail, with the name clients may rely on.
 *
 * @param code stable, lower-case, {@code feature.what-happened}
 * @param title one short sentence that is the same for every occurrence
 */
public record ErrorCode(String code, ErrorKind kind, String title) {}
