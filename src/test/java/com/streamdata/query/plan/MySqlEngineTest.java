package com.streamdata.query.plan;

import com.streamdata.engine.SqlEngine;

final class MySqlEngineTest extends MySqlEngineContract {
  @Override
  SqlEngine kind() {
    return SqlEngine.MYSQL;
  }
}
