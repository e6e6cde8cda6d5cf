package com.streamdata.source.file;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.push.JsonObjects;
import com.streamdata.source.push.KnownFilling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Moves records into batches. A record with a value that does not fit its declared column is left
 * out.
 */
final class JsonCopy {
  private final List<Column> columns;
  private final boolean written;
  private final RowSink sink;
  private final List<Rejected> rejected = new ArrayList<>();
  private Map<String, KnownFilling> fillings;
  private long rejectedCount;
  private int row;
  private boolean wrong;

  JsonCopy(List<Column> columns, boolean written, RowSink sink) {
    this.columns = columns;
    this.written = written;
    this.sink = sink;
    this.fillings = fresh();
  }

  void copy(JsonParser json, long number) {
    wrong = false;
    if (json.currentToken() == JsonToken.START_OBJECT) {
      JsonObjects.flatten(json, (name, value) -> set(name, value, number));
    } else {
      reject(new Rejected(number, null, JsonObjects.textOf(json), "is not an object"));
    }
    if (wrong) {
      rejectedCount++;
      fillings.values().forEach(filling -> filling.clear(row));
    } else if (++row == ResultCopy.BATCH_ROWS) {
      flush();
    }
  }

  Outcome finish() {
    flush();
    return new Outcome(rejected, rejectedCount);
  }

  private void set(String name, JsonParser json, long number) {
    KnownFilling filling = fillings.get(JsonColumns.key(name));
    if (filling == null) {
      throw new IllegalStateException("The file has changed while it was read");
    }
    String fault;
    if (filling.type() == ColumnType.TEXT) {
      fault = filling.setText(row, JsonObjects.textOf(json));
    } else if (written && json.currentToken() == JsonToken.VALUE_STRING) {
      fault = filling.setWritten(row, json.getString());
    } else {
      fault = JsonObjects.set(json, filling, row);
    }
    noteFault(fault, filling.name(), json, number);
  }

  private void noteFault(@Nullable String fault, String column, JsonParser json, long number) {
    if (fault != null) {
      String text = json.currentToken().isScalarValue() ? json.getString() : null;
      reject(new Rejected(number, column, text, fault));
    }
  }

  private void reject(Rejected record) {
    wrong = true;
    if (rejected.size() < Outcome.SHOWN) {
      rejected.add(record);
    }
  }

  private void flush() {
    if (row > 0) {
      var cells = fillings.values().stream().map(KnownFilling::filled).toList();
      sink.take(new Batch(cells, row, 0, new int[0]));
      fillings = fresh();
      row = 0;
    }
  }

  private Map<String, KnownFilling> fresh() {
    Map<String, KnownFilling> fresh = new LinkedHashMap<>();
    columns.forEach(column -> fresh.put(JsonColumns.key(column.name()), new KnownFilling(column)));
    return fresh;
  }
}
