package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import java.util.List;
import java.util.Optional;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine finds the rows of a source.
 *
 * @param from the table, or what stands for one
 * @param arrival a column that grows with every row that arrives; null where nothing tells
 * @param columns those that people see
 */
public record Relation(Table<?> from, @Nullable String arrival, List<Column> columns) {
  public Relation {
    columns = List.copyOf(columns);
  }

  /** The type of a column that is known to exist. */
  ColumnType type(String column) {
    return find(column).orElseThrow(() -> new IllegalStateException("no column " + column));
  }

  Optional<ColumnType> find(String column) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .map(Column::type)
        .findFirst();
  }

  /** The column that says when: the first timestamp, else the first date. */
  Optional<Column> timeColumn() {
    return first(ColumnType.TIMESTAMP).or(() -> first(ColumnType.DATE));
  }

  private Optional<Column> first(ColumnType type) {
    return columns.stream().filter(column -> column.type() == type).findFirst();
  }
}
