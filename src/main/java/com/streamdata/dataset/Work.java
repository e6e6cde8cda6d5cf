package com.streamdata.dataset;

import java.sql.SQLException;

/** Something done with a connection to the store. */
@FunctionalInterface
public interface Work<C, T> {
  T with(C connection) throws SQLException;
}
