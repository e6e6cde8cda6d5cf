package com.streamdata.engine;

import com.streamdata.dataset.Work;
import java.sql.Connection;
import java.sql.SQLException;

/** Lends a connection for one piece of work, and takes it back. */
public interface Connections {
  <T> T read(Work<Connection, T> work) throws SQLException;
}
