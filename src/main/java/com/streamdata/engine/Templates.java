package com.streamdata.engine;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** SQL of our own with other fields in it. */
final class Templates {
  private Templates() {}

  static Field<Long> number(String sql, Field<?>... parts) {
    return DSL.field(sql, SQLDataType.BIGINT, (Object[]) parts);
  }

  static Field<?> other(String sql, Field<?>... parts) {
    return DSL.field(sql, SQLDataType.OTHER, (Object[]) parts);
  }
}
