package com.streamdata.query;

import com.streamdata.engine.SqlEngine;

final class MariaDbEngineTest extends MySqlEngineContract {
  @Override
  SqlEngine kind() {
    return SqlEngine.MARIADB;
  }
}
