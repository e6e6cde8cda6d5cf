package com.streamdata.query.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.dataset.ColumnType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableCsvTest {
  private static String csv(String name, ColumnType type, @Nullable Object... values) {
    List<@Nullable Object> list = Arrays.asList(values);
    return TableCsv.write(
        new Table(List.of(new TableColumn(name, type, list)), values.length, false));
  }

  @Test
  void quotesWhatNeedsQuotesAndTellsNullFromEmpty() {
    assertThat(csv("a,b", ColumnType.TEXT, "x", "\"hi\"", "two\nlines", " edge", "", null))
        .isEqualTo("\"a,b\"\r\nx\r\n\"\"\"hi\"\"\"\r\n\"two\nlines\"\r\n\" edge\"\r\n\"\"\r\n\r\n");
  }

  @Test
  void formulasBecomeText() {
    assertThat(csv("=1+1", ColumnType.TEXT, "@x", "+49", "-", "\tx", "a=b"))
        .isEqualTo("'=1+1\r\n'@x\r\n'+49\r\n'-\r\n'\tx\r\na=b\r\n");
  }

  @Test
  void numbersAndTimesStayAsTheyAre() {
    assertThat(csv("n", ColumnType.NUMBER, -5L, -2.5, 9007199254740993L, Instant.EPOCH, true))
        .isEqualTo("n\r\n-5\r\n-2.5\r\n9007199254740993\r\n1970-01-01T00:00:00Z\r\ntrue\r\n");
  }
}
