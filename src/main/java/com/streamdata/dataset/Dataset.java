package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a source's rows without looking at them.
 *
 * @param columns in the order in which they came, without the hidden ones
 * @param rowCount rows that are kept now
 * @param version grows with every change of rows or columns, also across restarts; 0 when nothing
 *     has ever changed
 * @param changedAt when the version last grew
 */
public record Dataset(
    SourceId id, List<Column> columns, long rowCount, long version, Instant changedAt) {

  /** Hidden column: BIGINT, the order of arrival, one more for every row, never null. */
  public static final String ROW = "__row";

  /** Hidden column: TIMESTAMPTZ, when the row was stored, never null, grows with {@link #ROW}. */
  public static final String ARRIVED = "__arrived";

  public Dataset {
    columns = List.copyOf(columns);
  }

  /** Whether a column of this name would hide one of ours. */
  public static boolean isHidden(String name) {
    return name.equalsIgnoreCase(ROW) || name.equalsIgnoreCase(ARRIVED);
  }

  /** The DuckDB table that holds the rows of a source. */
  public static String tableName(SourceId id) {
    return "source_" + id.value();
  }

  /**
   * The column of this name, whatever its case: DuckDB does not tell {@code Temp} from {@code temp}
   * either.
   */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
  }
}
