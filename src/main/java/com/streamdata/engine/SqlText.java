package com.streamdata.engine;

import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * One SELECT.
 *
 * @param sql with a question mark for each value
 * @param binds the values in their order
 */
public record SqlText(String sql, List<Object> binds) {
  private static final Settings SETTINGS =
      new Settings()
          .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
          .withParamType(ParamType.INDEXED)
          .withRenderSchema(false);

  public SqlText {
    binds = List.copyOf(binds);
  }

  public static SqlText of(Select<?> select, SQLDialect dialect) {
    var context = DSL.using(dialect, SETTINGS);
    return new SqlText(context.render(select), context.extractBindValues(select));
  }
}
