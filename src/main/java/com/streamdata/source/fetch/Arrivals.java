package com.streamdata.source.fetch;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Positions;
import java.util.List;

/** Where rows go that come by themselves. */
public interface Arrivals {
  /** The columns that the rows have now. */
  List<Column> columns();

  /** How far the rows were read that are stored. */
  Positions positions();

  /** Says that rows can come now, also when none do. */
  void connected();

  /**
   * Stores rows and how far they bring us, both or neither, and returns when they are synced.
   *
   * @param from what {@link #positions} said before they were read
   * @throws com.streamdata.error.AppException if they do not fit, others have read further, or the
   *     store cannot take them just now
   */
  void take(Batch batch, Positions from, Positions to);

  /** Says that something was left out, and why. */
  void leftOut(String remark);
}
