package com.streamdata.query.statement;

import static com.streamdata.query.statement.StatementWorld.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.EngineErrors;
import com.streamdata.error.AppException;
import com.streamdata.query.QueryService;
import com.streamdata.query.ask.Format;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import com.streamdata.query.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What statements give. */
class StatementTest {
  private static final TimeRange HOUR =
      new TimeRange("2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z");

  private static StatementWorld world;

  @BeforeAll
  static void open() {
    world = new StatementWorld();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Table hour(String sql) {
    return world.run(sql, HOUR, Map.of());
  }

  private static Table with(String sql, String variable, String... values) {
    return world.run(sql, TimeRange.ALL, Map.of(variable, List.of(values)));
  }

  @Test
  void sourceIsATableOfItsVisibleColumns() {
    Table all = world.run("SELECT * FROM readings ORDER BY seen");

    assertThat(all.columns())
        .extracting(TableColumn::name)
        .containsExactly("seen", "site", "celsius", "hits");
    assertThat(column(all, 0).getFirst()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(column(all, 1)).element(4).isEqualTo("it's");
  }

  @Test
  void ownSourceComesBeforeOthersOfItsName() {
    assertThat(world.run("SELECT * FROM READINGS").rowCount()).isEqualTo(5);
    assertThat(column(world.run("SELECT name FROM \"far away\""), 0)).isEqualTo(List.of("far"));
    assertThatThrownBy(() -> world.run("SELECT * FROM nowhere"))
        .hasMessageContaining("no source called \"nowhere\"");
  }

  @Test
  void atIsAColumnUnlessAClauseBegins() {
    Table table =
        world.run(
            """
            SELECT at AT TIME ZONE 'UTC' AS local, r.at FROM (SELECT seen AS at FROM readings) r
            WHERE $__timeFilter(at) ORDER BY at LIMIT 1
            """);

    assertThat(column(table, 0)).isEqualTo(column(table, 1));
  }

  @Test
  void everythingOrdinaryWorks() {
    Table table =
        world.run(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3),
                 readings AS (SELECT * FROM readings WHERE hits <= 3)
            SELECT i, count(*) FILTER (WHERE celsius > 0) AS warm,
                   max(celsius) OVER (PARTITION BY i) AS most
            FROM n LEFT JOIN readings ON hits = i, LATERAL (SELECT i * 2 AS twice)
            GROUP BY i, celsius HAVING true ORDER BY 1; -- done
            """);

    assertThat(column(table, 0)).isEqualTo(List.of(1L, 2L, 3L));
    assertThat(column(table, 2)).isEqualTo(List.of(20.5, 10.0, 21.5));
  }

  @Test
  void valuesHaveTheTypesOfTables() {
    Table row =
        world.run(
            """
            SELECT 1.50::DECIMAL(10,2) AS d, 'NaN'::DOUBLE AS n, DATE '2026-01-02' AS day,
              TIMESTAMP '2026-01-02 03:04:05.678' AS t, [1, 2] AS l, true AS b,
              170141183460469231731687303715884105727 AS h, sum(hits) AS s, INTERVAL 1 DAY AS i,
              'infinity'::TIMESTAMPTZ AS never
            FROM readings
            """);

    assertThat(row.columns())
        .extracting(TableColumn::type)
        .containsExactly(
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.DATE,
            ColumnType.TIMESTAMP,
            ColumnType.TEXT,
            ColumnType.BOOLEAN,
            ColumnType.INTEGER,
            ColumnType.INTEGER,
            ColumnType.TEXT,
            ColumnType.TIMESTAMP);
    assertThat(column(row, 0)).isEqualTo(List.of(1.5));
    assertThat(column(row, 1).getFirst()).isNull();
    assertThat(column(row, 3)).isEqualTo(List.of(Instant.parse("2026-01-02T03:04:05.678Z")));
    assertThat(column(row, 7)).isEqualTo(List.of(15L));
    assertThat(column(row, 9).getFirst()).isNull();
  }

  @Test
  void timeFilterIsTheRange() {
    assertThat(column(hour("SELECT count(*) FROM readings WHERE $__timeFilter(seen)"), 0))
        .isEqualTo(List.of(4L));
    assertThat(
            column(
                hour(
                    "SELECT count(*) FROM readings WHERE seen BETWEEN $__timeFrom() AND $__timeTo()"),
                0))
        .isEqualTo(List.of(4L));
    assertThat(
            column(
                hour(
                    "SELECT count(*) FROM readings WHERE $__unixEpochFilter(epoch(seen)) AND epoch_ms(seen) >= $__from"),
                0))
        .isEqualTo(List.of(4L));
  }

  @Test
  void timeGroupMakesBuckets() {
    Table grouped =
        hour(
            """
            SELECT $__timeGroupAlias(seen, '5m'), sum(hits) AS hits FROM readings
            WHERE $__timeFilter(seen) GROUP BY $__timeGroup(seen, '5m') ORDER BY 1
            """);

    assertThat(grouped.columns()).extracting(TableColumn::name).containsExactly("time", "hits");
    assertThat(column(grouped, 0))
        .isEqualTo(
            List.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:05:00Z")));
    assertThat(column(grouped, 1)).isEqualTo(List.of(3L, 7L));
  }

  @Test
  void timeGroupFillsWhatIsMissing() {
    String sql =
        "SELECT $__timeGroupAlias(seen, '15m', %s), site, sum(hits) AS hits FROM readings"
            + " WHERE $__timeFilter(seen) AND site = 'north' GROUP BY 1, 2 ORDER BY 1";

    assertThat(column(hour(sql.formatted("0")), 2)).isEqualTo(List.of(4L, 0.0, 0.0, 0.0));
    assertThat(column(hour(sql.formatted("previous")), 2)).isEqualTo(List.of(4L, 4L, 4L, 4L));
    assertThat(column(hour(sql.formatted("NULL")), 1))
        .isEqualTo(List.of("north", "north", "north", "north"));
  }

  @Test
  void intervalSuitsTheRange() {
    assertThat(column(hour("SELECT '$__interval', $__interval, $__interval_ms"), 1))
        .isEqualTo(List.of("5s"));
    assertThat(column(hour("SELECT INTERVAL '$__interval' = INTERVAL 5 SECOND"), 0))
        .isEqualTo(List.of(true));
    assertThat(hour("SELECT $__timeGroup(seen, $__interval) FROM readings").rowCount())
        .isEqualTo(5);
  }

  @Test
  void unknownMacroIsSaid() {
    assertThatThrownBy(() -> hour("SELECT $__nonsense(seen) FROM readings"))
        .hasMessage("There is no macro $__nonsense.");
    assertThatThrownBy(() -> hour("SELECT $__timeFilter(seen FROM readings"))
        .hasMessageContaining("is not closed");
    assertThatThrownBy(() -> hour("SELECT $__timeGroup(seen) FROM readings"))
        .hasMessageContaining("takes 2 or 3 arguments");
    assertThatThrownBy(() -> hour("SELECT $__timeGroup(seen, 'often') FROM readings"))
        .hasMessageContaining("such as 5m");
  }

  @Test
  void macrosAndVariablesInCommentsAndStringsAreLeftAlone() {
    Table table = hour("SELECT 'costs $5 or $nothing' /* $__nonsense $x */ AS a -- $__nonsense");

    assertThat(column(table, 0)).isEqualTo(List.of("costs $5 or $nothing"));
  }

  @Test
  void variableIsAValueInEveryForm() {
    for (String form :
        List.of("$site", "${site}", "[[site]]", "'$site'", "'${site:raw}'", "${site:sqlstring}")) {
      assertThat(with("SELECT * FROM readings WHERE site = " + form, "site", "it's").rowCount())
          .as(form)
          .isEqualTo(1);
    }
    assertThat(with("SELECT * FROM readings WHERE hits = $n", "n", "3").rowCount()).isEqualTo(1);
    assertThat(with("SELECT * FROM readings WHERE site LIKE '${s}th'", "s", "nor").rowCount())
        .isEqualTo(2);
  }

  @Test
  void variableMayBeAStep() {
    for (String form :
        List.of(
            "$__timeGroup(seen, $step)",
            "$__timeGroup(seen, '$step')",
            "time_bucket(INTERVAL '$step', seen)",
            "time_bucket('${step}'::INTERVAL, seen)")) {
      Table table =
          with("SELECT DISTINCT " + form + " AS t FROM readings ORDER BY t", "step", "1h");
      assertThat(table.rowCount()).as(form).isEqualTo(2);
    }
  }

  @Test
  void severalValuesAreAList() {
    for (String form :
        List.of("$site", "${site:csv}", "'$site'", "${site:singlequote}", "'${site:sqlstring}'")) {
      String sql = "SELECT * FROM readings WHERE site IN (" + form + ")";
      assertThat(with(sql, "site", "north", "it's").rowCount()).as(form).isEqualTo(3);
    }
    assertThat(column(with("SELECT '${site:pipe}'", "site", "a", "b"), 0))
        .isEqualTo(List.of("a|b"));
    assertThat(
            with("SELECT * FROM readings WHERE site ~ '^${site:regex}$'", "site", "it's", "x")
                .rowCount())
        .isEqualTo(1);
  }

  @Test
  void listsInListsAreNoVariables() {
    assertThat(column(world.run("SELECT len([[hits]]) FROM readings LIMIT 1"), 0))
        .isEqualTo(List.of(1L));
  }

  @Test
  void variableCannotBeAnythingButAValue() {
    assertThatThrownBy(() -> with("SELECT * FROM $t", "t", "readings"))
        .hasMessageContaining("a variable stands where no value can");
    assertThatThrownBy(() -> with("SELECT \"$t\" FROM readings", "t", "site"))
        .hasMessageContaining("only stand for a value");
    assertThatThrownBy(() -> with("SELECT $other", "t", "x"))
        .hasMessageContaining("no variable other");
    assertThat(column(with("SELECT $t FROM readings LIMIT 1", "t", "site"), 0))
        .isEqualTo(List.of("site"));
  }

  @Test
  void timeSeriesOfSeveralStatementsAreOneTableForAPage() {
    Statement north =
        new Statement(
            "A",
            world.readings,
            "SELECT celsius, seen, site FROM readings WHERE site = 'north'",
            Format.TIME_SERIES,
            false);
    Statement count =
        new Statement(
            "B",
            world.readings,
            "SELECT max(seen) AS t, count(*) AS n FROM readings",
            Format.TIME_SERIES,
            false);
    Statement hidden = new Statement("C", world.readings, "SELECT nonsense", Format.TABLE, true);

    Table table =
        world
            .server
            .part(QueryService.class)
            .run(
                Shape.CHART,
                new SqlQuery(List.of(north, count, hidden)),
                world.setting(TimeRange.ALL, Map.of()))
            .table();

    assertThat(table.columns())
        .extracting(TableColumn::name)
        .containsExactly("seen", "query", "site", "celsius", "n");
    assertThat(column(table, 1)).isEqualTo(List.of("A", "A", "B"));
    assertThat(column(table, 4).getLast()).isEqualTo(5L);
  }

  @Test
  void numberCalledTimeIsTheTimeOfASeries() {
    String sql =
        "SELECT $__unixEpochGroupAlias(epoch(seen), '1h'), count(*) AS n FROM readings GROUP BY 1 ORDER BY 1";
    Statement seconds = new Statement("A", world.readings, sql, Format.TIME_SERIES, false);
    Statement millis =
        new Statement(
            "A",
            world.readings,
            "SELECT epoch_ms(min(seen)) AS TIME, 1 AS n FROM readings",
            Format.TIME_SERIES,
            false);

    for (Statement statement : List.of(seconds, millis)) {
      Table table =
          world
              .server
              .part(QueryService.class)
              .run(
                  Shape.CHART,
                  new SqlQuery(List.of(statement)),
                  world.setting(TimeRange.ALL, Map.of()))
              .table();

      assertThat(table.columns().getFirst().type()).isEqualTo(ColumnType.TIMESTAMP);
      assertThat(column(table, 0).getFirst()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }
  }

  @Test
  void timeBeforeTheYearOneIsNone() {
    Statement statement =
        new Statement(
            "A", world.readings, "SELECT -62135596801 AS time, 1 AS n", Format.TIME_SERIES, false);

    Table table =
        world
            .server
            .part(QueryService.class)
            .run(
                Shape.CHART,
                new SqlQuery(List.of(statement)),
                world.setting(TimeRange.ALL, Map.of()))
            .table();

    assertThat(table.columns().getFirst().type()).isEqualTo(ColumnType.TIMESTAMP);
    assertThat(column(table, 0)).containsOnlyNulls();
  }

  @Test
  void rowsThatHaveNoRoomInMemoryAreGivenUp() {
    assertThatThrownBy(() -> world.run("SELECT repeat('x', 1000000) AS a FROM range(1000)"))
        .isInstanceOfSatisfying(
            AppException.class,
            failure -> assertThat(failure.code()).isEqualTo(EngineErrors.TOO_LARGE));
  }

  @Test
  void sameStatementIsAnsweredOnceUntilRowsChange() {
    String sql = "SELECT random() AS r, 1 AS one FROM readings WHERE $__timeFilter(seen)";

    Table first = world.run(sql, HOUR, Map.of());
    Table second = world.run(sql, HOUR, Map.of());

    assertThat(second).isEqualTo(first);
  }
}
