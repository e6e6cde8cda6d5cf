package com.streamdata.query.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class QueryRulesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Column> COLUMNS =
      List.of(
          new Column("at", ColumnType.TIMESTAMP),
          new Column("day", ColumnType.DATE),
          new Column("delay", ColumnType.NUMBER),
          new Column("late", ColumnType.BOOLEAN),
          new Column("place", ColumnType.TEXT));

  /** Shape, what the query has besides its source, and the fields that are wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TABLE  | "columns":["at","place"]                                                                  |
          TABLE  | "measures":[{"aggregation":"count"}]                                                      |
          TABLE  | "limit":5                                                                                 | columns
          TABLE  | "x":{"column":"at"}                                                                       | columns x
          TABLE  | "columns":["at"],"measures":[{"aggregation":"count"}]                                     | columns
          TABLE  | "columns":["at","nope","at"]                                                              | columns[1] columns[2]
          CHART  | "x":{"column":"at","bucket":"auto"},"measures":[{"column":"delay","aggregation":"avg"}]   |
          CHART  | "measures":[{"aggregation":"count"}]                                                      | x
          CHART  | "x":{"column":"at"}                                                                       | measures
          CHART  | "x":{"column":"at"},"series":"place","measures":[{"aggregation":"count"},{"column":"delay","aggregation":"sum"}] | measures
          CHART  | "x":{"column":"at"},"columns":["at"],"measures":[{"aggregation":"count"}]                 | columns
          STACK  | "x":{"column":"at"},"series":"place","measures":[{"aggregation":"count"}]                 |
          STACK  | "x":{"column":"at"},"measures":[{"aggregation":"count"}]                                  | series
          PIE    | "x":{"column":"place"},"measures":[{"aggregation":"count"}]                               |
          PIE    | "x":{"column":"place"},"series":"late","measures":[]                                      | measures series
          METRIC | "measures":[{"column":"delay","aggregation":"last"}]                                      |
          METRIC | "x":{"column":"at"},"measures":[{"aggregation":"count"}]                                  | x
          CHART  | "x":{"column":"nope"},"measures":[{"column":"gone","aggregation":"sum"}]                  | x.column measures[0].column
          CHART  | "x":{"column":"place","bucket":"day"},"measures":[{"aggregation":"count"}]                | x.bucket
          CHART  | "x":{"column":"day","bucket":"hour"},"measures":[{"aggregation":"count"}]                 | x.bucket
          CHART  | "x":{"column":"at"},"measures":[{"column":"place","aggregation":"sum"}]                   | measures[0].column
          CHART  | "x":{"column":"at"},"measures":[{"aggregation":"count","name":"at"}]                      | measures[0].name
          CHART  | "x":{"column":"at"},"measures":[{"aggregation":"count"},{"aggregation":"count"}]          | measures[1].name
          CHART  | "x":{"column":"at"},"series":"at","measures":[{"aggregation":"count"}]                    | series
          TABLE  | "columns":["at"],"order":[{"column":"place","direction":"asc"}]                           | order[0].column
          TABLE  | "columns":["at"],"filters":[{"column":"delay","op":"contains","value":"1"}]               | filters[0].op filters[0].value
          TABLE  | "columns":["at"],"filters":[{"column":"delay","op":"eq","value":"1"}]                     | filters[0].value
          TABLE  | "columns":["at"],"filters":[{"column":"at","op":"gt","value":"soon"}]                     | filters[0].value
          TABLE  | "columns":["at"],"filters":[{"column":"at","op":"gt","value":1767225600000}]              |
          TABLE  | "columns":["at"],"filters":[{"column":"late","op":"gt","value":true}]                     | filters[0].op
          TABLE  | "columns":["at"],"filters":[{"column":"day","op":"in","value":["2026-01-02","2.1.26"]}]   | filters[0].value
          """)
  void namesEveryWrongField(Shape shape, String query, String wrong) {
    List<ErrorDetail> details =
        QueryRules.check(shape, read("{\"source\":\"7\"," + query + "}"), COLUMNS);

    assertThat(details)
        .extracting(ErrorDetail::field)
        .containsExactly(wrong == null ? new String[0] : wrong.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"source":"7","limit":0}                                                    | limit
          {"source":"7","limit":10001}                                                | limit
          {"source":"7","measures":[{"aggregation":"sum"}]}                           | column
          {"source":"7","filters":[{"column":"a","op":"eq"}]}                         | value
          {"source":"7","filters":[{"column":"a","op":"is_null","value":1}]}          | value
          {"source":"7","filters":[{"column":"a","op":"in","value":1}]}               | value
          {"source":"7","filters":[{"column":"a","op":"between","value":[1,2,3]}]}    | value
          """)
  void partsCheckThemselves(String query, String field) {
    assertThatThrownBy(() -> read(query))
        .rootCause()
        .isInstanceOfSatisfying(
            AppException.class,
            refused -> assertThat(refused.details().getFirst().field()).isEqualTo(field));
  }

  @Test
  void jsonSurvivesBeingStored() {
    String json =
        """
        {"source":"7","x":{"column":"at","bucket":"day"},\
        "measures":[{"column":"delay","aggregation":"count_distinct","name":"d"}],"series":"place",\
        "filters":[{"column":"delay","op":"in","value":[1,2.50,9007199254740993]},\
        {"column":"late","op":"eq","value":true},{"column":"place","op":"is_null"}],\
        "order":[{"column":"at","direction":"desc"}],"limit":10}\
        """;

    Query query = read(json);

    assertThat(read(JSON.writeValueAsString(query))).isEqualTo(query);
    assertThat(JSON.writeValueAsString(query))
        .contains("9007199254740993")
        .contains("\"value\":true");
  }

  private static Query read(String json) {
    return JSON.readValue(json, Query.class);
  }
}
