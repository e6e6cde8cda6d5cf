package com.streamdata.query;

import com.streamdata.source.sql.SqlEngine;

final class MariaDbEngineTest extends MySqlEngineContract {
  @Override
  SqlEngine kind() {
    return SqlEngine.MARIADB;
  }
}
