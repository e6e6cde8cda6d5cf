package com.streamdata.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs a SELECT by JDBC and reads what comes. */
public record Rows(Dialect dialect) {
  /** How many rows are fetched at once, where a driver would otherwise fetch all. */
  private static final int FETCHED = 1_000;

  /** Takes the values of one row. */
  public interface Reader {
    void row(@Nullable Object[] values) throws SQLException;
  }

  /**
   * Reads all rows.
   *
   * @param statement of that text, not run yet
   * @param reader gets values of Long, BigInteger beyond 64 bits, finite Double, Boolean, String or
   *     null
   */
  public void read(PreparedStatement statement, SqlText select, Reader reader) throws SQLException {
    statement.setFetchSize(FETCHED);
    for (int i = 0; i < select.binds().size(); i++) {
      statement.setObject(i + 1, select.binds().get(i));
    }
    try (ResultSet result = statement.executeQuery()) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        @Nullable Object[] row = new Object[width];
        for (int i = 0; i < width; i++) {
          Object value = result.getObject(i + 1);
          row[i] = value == null ? null : plain(dialect.read(value));
        }
        reader.row(row);
      }
    }
  }

  /** JSON knows neither NaN nor infinity; whole numbers are as short as they can be. */
  private static @Nullable Object plain(Object value) {
    return switch (value) {
      case Double number when !Double.isFinite(number) -> null;
      case Float number -> plain(number.doubleValue());
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
      case BigDecimal number -> plain(number);
      default -> value;
    };
  }

  private static @Nullable Object plain(BigDecimal number) {
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    return whole ? plain(number.toBigInteger()) : plain(number.doubleValue());
  }
}
