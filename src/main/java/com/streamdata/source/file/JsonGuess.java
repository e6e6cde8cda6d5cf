package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.dataset.Numbers;
import com.streamdata.source.push.IsoTime;
import com.streamdata.source.push.JsonObjects;
import com.streamdata.source.push.Written;
import tools.jackson.core.JsonParser;

/** The type of one column, after a look at each of its values. What is of several types is text. */
final class JsonGuess {
  private final String name;
  private final boolean written;
  private boolean numbers;
  private boolean fractions;
  private boolean beyondDouble;
  private boolean booleans;
  private boolean texts;
  private boolean dates = true;
  private boolean times = true;

  /**
   * A column of which nothing is known.
   *
   * @param written whether numbers and truths are written as texts
   */
  JsonGuess(String name, boolean written) {
    this.name = name;
    this.written = written;
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
    if (written && Written.isNumber(text)) {
      lookAtNumber(text);
      return;
    }
    if (written && Written.isBoolean(text)) {
      booleans = true;
      return;
    }
    texts = true;
    dates = dates && IsoTime.date(text).isPresent();
    times = times && (dates || IsoTime.timestamp(text).isPresent());
  }

  private void lookAtNumber(String text) {
    try {
      beyondDouble |= !Numbers.isExact(Long.parseLong(text));
      numbers = true;
    } catch (NumberFormatException _) {
      boolean whole = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
      texts |= whole || !Double.isFinite(Double.parseDouble(text));
      numbers = true;
      fractions = true;
    }
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
