package com.streamdata.source.file;

import com.streamdata.dataset.Batch;

/** Takes the rows of a file as they are read. */
public interface RowSink {
  /** How many rows the file has, as soon as that is known. */
  void expect(long rows);

  void take(Batch batch);
}
