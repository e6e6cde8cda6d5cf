package com.streamdata.query.filter;

import java.math.BigDecimal;

/** A value that a filter compares with, as JSON writes it. */
public sealed interface Literal {

  record Text(String text) implements Literal {}

  record Number(BigDecimal number) implements Literal {}

  record Truth(boolean truth) implements Literal {}
}
