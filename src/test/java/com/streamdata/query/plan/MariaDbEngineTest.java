package com.streamdata.query.plan;

import com.streamdata.engine.SqlEngine;

final class MariaDbEngineTest extends MySqlEngineContract {
  @Override
  SqlEngine kind() {
    return SqlEngine.MARIADB;
  }
}
