package com.streamdata.query.statement;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate lets through whatever people write to look at their rows. */
class OrdinaryStatementTest {
  private static StatementWorld world;

  @BeforeAll
  static void open() {
    world = new StatementWorld();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1;",
        "select distinct site from readings order by all",
        "SELECT DISTINCT ON (site) * FROM readings ORDER BY site, seen DESC",
        "SELECT site, count(*) FROM readings GROUP BY ALL HAVING count(*) > 1",
        "SELECT site, hits, sum(celsius) FROM readings GROUP BY ROLLUP (site, hits)",
        "SELECT site, sum(hits) FROM readings GROUP BY GROUPING SETS ((site), ())",
        "SELECT GROUPING(site), sum(hits) FROM readings GROUP BY CUBE (site)",
        "SELECT * FROM readings LIMIT 10%",
        "SELECT * FROM readings TABLESAMPLE 50%",
        "SELECT * FROM readings USING SAMPLE 2",
        "SELECT row_number() OVER (PARTITION BY site ORDER BY seen) FROM readings",
        "SELECT lag(hits, 1, 0) OVER w, first_value(hits) OVER w FROM readings WINDOW w AS (ORDER BY seen)",
        "SELECT avg(hits) OVER (ORDER BY seen RANGE BETWEEN INTERVAL 5 MINUTE PRECEDING AND CURRENT ROW) FROM readings",
        "SELECT site FROM readings QUALIFY row_number() OVER (ORDER BY hits) = 1",
        "SELECT quantile_cont(hits, 0.5), median(hits), mode(site), stddev(hits) FROM readings",
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY hits) FROM readings",
        "SELECT string_agg(site, ',' ORDER BY site) FROM readings",
        "SELECT date_trunc('hour', seen), extract(dow FROM seen), date_part('year', seen) FROM readings",
        "SELECT seen AT TIME ZONE 'Europe/Berlin', seen::DATE, strftime(seen, '%Y') FROM readings",
        "SELECT time_bucket(INTERVAL '5 minutes', seen) AS t, avg(celsius) FROM readings GROUP BY t",
        "SELECT * FROM readings WHERE seen > now() - INTERVAL 7 DAY OR seen < current_timestamp",
        "SELECT CASE site WHEN 'north' THEN 1 ELSE 0 END, coalesce(celsius, 0), nullif(hits, 0), ifnull(hits, 1) FROM readings",
        "SELECT CAST(hits AS DOUBLE), TRY_CAST(site AS INT), hits::VARCHAR || 'x' FROM readings",
        "SELECT * FROM readings WHERE site LIKE 'n%' ESCAPE '!' AND site NOT ILIKE 'S%' AND site SIMILAR TO '.*'",
        "SELECT * FROM readings WHERE hits IN (1, 2) AND hits NOT IN (SELECT 3) AND celsius IS NOT NULL",
        "SELECT * FROM readings WHERE hits BETWEEN 1 AND 3 AND site IS DISTINCT FROM 'x'",
        "SELECT * FROM readings WHERE hits = ANY (SELECT hits FROM readings) AND hits <= ALL ([9])",
        "SELECT * EXCLUDE (hits) REPLACE (celsius * 2 AS celsius) FROM readings",
        "SELECT COLUMNS('c.*') FROM readings",
        "SELECT r.*, s.site FROM readings r LEFT JOIN readings s USING (seen)",
        "SELECT * FROM readings r ASOF JOIN readings s ON r.seen >= s.seen",
        "SELECT * FROM readings SEMI JOIN (SELECT 'north' AS site) USING (site)",
        "SELECT * FROM readings r, LATERAL (SELECT r.hits * 2 AS twice)",
        "SELECT * FROM readings POSITIONAL JOIN range(5)",
        "SELECT site FROM readings UNION SELECT 'x' EXCEPT SELECT 'y' INTERSECT SELECT 'z'",
        "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) v(n, t)",
        "SELECT unnest([1, 2]), [1, 2, 3][1:2], {'a': 1}.a, MAP {'k': 1}['k']",
        "SELECT [x * 2 FOR x IN [1, 2] IF x > 1], list_transform([1], lambda x: x + 1)",
        "SELECT '{\"a\": 1}'::JSON -> 'a', '{\"a\": 1}'::JSON ->> '$.a', json_extract('{}', 'a')",
        "SELECT * FROM generate_series(TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-02', INTERVAL 1 HOUR)",
        "SELECT regexp_replace(site, 'n', 'm'), split_part(site, 'o', 1), upper(site) FROM readings",
        "SELECT hits % 2, hits // 2, hits ** 2, -hits, hits & 1, NOT true FROM readings",
        "SELECT round(celsius, 1), abs(hits), ceil(celsius), greatest(hits, 2), ln(2) FROM readings",
        "SELECT site COLLATE NOCASE FROM readings ORDER BY 1 DESC NULLS LAST",
        "SELECT #1, hits FROM readings",
        "SELECT max_by(site, hits), arg_min(site, hits), count(DISTINCT site) FROM readings",
        "SELECT date '2026-01-01' + INTERVAL '1' DAY, age(seen), epoch_ms(seen) FROM readings",
        "FROM readings SELECT site WHERE hits > 1",
        "TABLE readings",
        "WITH a AS MATERIALIZED (SELECT 1 AS x) SELECT * FROM a",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT * FROM n",
        "SELECT (SELECT max(hits) FROM readings r WHERE r.site = readings.site) FROM readings",
        "SELECT EXISTS (SELECT 1 FROM readings WHERE hits > 1)",
        "SELECT \"site\" AS \"a b\" FROM \"readings\" AS \"R\"",
        "SELECT user FROM (SELECT 'me' AS user)",
        "SELECT sum(hits) FILTER (site = 'north') AS north FROM readings",
        "SELECT typeof(hits), hash(site), md5(site), uuid() FROM readings",
      })
  void isRun(String sql) {
    assertThatCode(() -> world.run(sql)).doesNotThrowAnyException();
  }
}
