package com.streamdata.db;

import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** How our values stand in columns: instants as epoch milliseconds, ids as their number. */
final class RowForms implements JdbiPlugin {
  @Override
  public void customizeJdbi(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument((Type type, Object value, ConfigRegistry _) ->
        value instanceof Record id && isId(id.getClass())
            ? java.util.Optional.of(number(idValue(id)))
            : java.util.Optional.empty());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, _) -> {
          long millis = row.getLong(column);
          return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        });
    jdbi.registerColumnMapper(ids());
  }

  private static ColumnMapperFactory ids() {
    return (type, _) -> {
      Class<?> raw = GenericTypes.getErasedType(type);
      return isId(raw) ? java.util.Optional.of(idMapper(raw)) : java.util.Optional.empty();
    };
  }

  private static ColumnMapper<?> idMapper(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(long.class);
      return (row, column, _) -> {
        long value = row.getLong(column);
        try {
          return row.wasNull() ? null : constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      };
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An id is a record of one long called value. */
  private static boolean isId(Class<?> type) {
    return type.isRecord()
        && type.getSimpleName().endsWith("Id")
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getType() == long.class;
  }

  private static long idValue(Record id) {
    try {
      return (long) id.getClass().getRecordComponents()[0].getAccessor().invoke(id);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Argument number(long value) {
    return (position, statement, _) -> statement.setLong(position, value);
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return number(value.toEpochMilli());
    }
  }
}
