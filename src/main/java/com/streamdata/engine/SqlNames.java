package com.streamdata.engine;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Names in SQL, always quoted: what people call their columns is never SQL. */
public final class SqlNames {
  private SqlNames() {}

  /** As it stands in text that is not made by jOOQ. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  public static Field<Object> column(String name) {
    return DSL.field(DSL.quotedName(name));
  }

  public static Field<Long> number(String name) {
    return DSL.field(DSL.quotedName(name), Long.class);
  }

  public static Table<Record> table(String name) {
    return DSL.table(DSL.quotedName(name));
  }

  /** What stands behind FROM, written by us; a question mark in it is one. */
  public static Table<Record> raw(String sql) {
    return DSL.table(DSL.raw(sql));
  }
}
