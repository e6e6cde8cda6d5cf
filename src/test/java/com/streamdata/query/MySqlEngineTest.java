package com.streamdata.query;

import com.streamdata.engine.SqlEngine;

final class MySqlEngineTest extends MySqlEngineContract {
  @Override
  SqlEngine kind() {
    return SqlEngine.MYSQL;
  }
}
