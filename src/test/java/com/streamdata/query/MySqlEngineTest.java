package com.streamdata.query;

import com.streamdata.source.sql.SqlEngine;

final class MySqlEngineTest extends MySqlEngineContract {
  @Override
  SqlEngine kind() {
    return SqlEngine.MYSQL;
  }
}
