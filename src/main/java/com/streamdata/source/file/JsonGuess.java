package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.dataset.Numbers;
import com.streamdata.source.push.IsoTime;
import com.streamdata.source.push.JsonObjects;
import tools.jackson.core.JsonParser;

/** The type of one column, after a look at each of its values. What is of several types is text. */
final class JsonGuess {
  private final String name;
  private boolean numbers;
  private boolean fractions;
  private boolean beyondDouble;
  private boolean booleans;
  private boolean texts;
  private boolean dates = true;
  private boolean times = true;

  JsonGuess(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void look(JsonParser json) {
    switch (json.currentToken()) {
      case VALUE_NUMBER_INT -> {
        numbers = true;
        texts |= JsonObjects.isBeyond64Bits(json);
        beyondDouble |= !JsonObjects.isBeyond64Bits(json) && !Numbers.isExact(json.getLongValue());
      }
      case VALUE_NUMBER_FLOAT -> {
        numbers = true;
        fractions = true;
      }
      case VALUE_TRUE, VALUE_FALSE -> booleans = true;
      case VALUE_STRING -> look(json.getString());
      default -> {
        texts = true;
        dates = false;
        times = false;
      }
    }
  }

  private void look(String text) {
    texts = true;
    dates = dates && IsoTime.date(text).isPresent();
    times = times && (dates || IsoTime.timestamp(text).isPresent());
  }

  Column column() {
    return new Column(name, type());
  }

  private ColumnType type() {
    if (numbers && !booleans && !texts && !(fractions && beyondDouble)) {
      return ColumnType.NUMBER;
    }
    if (booleans && !numbers && !texts) {
      return ColumnType.BOOLEAN;
    }
    if (numbers || booleans || !times) {
      return ColumnType.TEXT;
    }
    return dates ? ColumnType.DATE : ColumnType.TIMESTAMP;
  }
}
