package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.Dialect;
import com.streamdata.engine.SqlNames;
import com.streamdata.query.ask.Direction;
import com.streamdata.query.ask.Order;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.X;
import com.streamdata.query.bucket.Buckets;
import com.streamdata.query.table.Limits;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A query that was found right, with all that is needed to make SQL of it.
 *
 * @param where which rows count
 * @param buckets those of x; null if it has none
 * @param time what says which row is newer; null if only arrival does
 */
record Plan(
    Shape shape,
    Query query,
    Relation relation,
    Dialect dialect,
    Condition where,
    @Nullable Buckets buckets,
    @Nullable Column time) {

  boolean listsRows() {
    return query.measures().isEmpty();
  }

  /** The most points per series, or rows of a table, that the answer may have. */
  int most() {
    return query.limit() == null ? allowed() : Math.min(query.limit(), allowed());
  }

  /** Whether more than {@link #most} is worth telling: not if the query itself wanted no more. */
  boolean tellsWhenCut() {
    return query.limit() == null || query.limit() > allowed();
  }

  private int allowed() {
    return shape == Shape.TABLE ? Limits.TABLE_ROWS : Limits.POINTS_PER_SERIES;
  }

  /** Whether the newest points are kept of too many, rather than the first. */
  boolean keepsNewest() {
    X x = query.x();
    if (x == null || shape == Shape.TABLE || !isTemporal(relation.type(x.column()))) {
      return false;
    }
    List<Order> order = query.order();
    return order.isEmpty()
        || (order.getFirst().equals(new Order(x.column(), Direction.ASC)) && tellsWhenCut());
  }

  /**
   * Whether buckets without rows are shown as gaps: they would disturb any other order than that of
   * time.
   */
  boolean fillsGaps() {
    X x = query.x();
    return shape.showsGaps()
        && x != null
        && buckets != null
        && (query.order().isEmpty() || query.order().getFirst().column().equals(x.column()));
  }

  boolean isSplit() {
    return query.series() != null && shape != Shape.TABLE;
  }

  /** A column as SQL hands it over. */
  Field<?> value(String column) {
    return dialect.value(SqlNames.column(column), relation.type(column));
  }

  /** A column as it stands in an order. */
  Field<?> ordered(String column) {
    return dialect.ordered(SqlNames.column(column), relation.type(column));
  }

  private static boolean isTemporal(ColumnType type) {
    return type == ColumnType.TIMESTAMP || type == ColumnType.DATE;
  }
}
