package com.streamdata.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.streamdata.engine.QueryEngine;
import com.streamdata.query.ask.Bucket;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every engine must do: answer as the reference does, whatever is asked. An engine's test
 * extends this and adds its own quirks. A failure names its seed; the same seed asks the same
 * again.
 */
abstract class QueryEngineContract {
  /** For each combination of zone, bucket and shape. */
  private static final int SEEDS = Integer.getInteger("query.seeds", 2);

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "Pacific/Apia");

  /**
   * Changes of clocks of all these zones, a skipped day, the turn of a year, and a time before
   * 1970.
   */
  private static final List<Instant> MOMENTS =
      Stream.of(
              "2024-03-31T01:00:00Z",
              "2024-10-27T01:00:00Z",
              "2024-11-03T06:00:00Z",
              "2024-04-06T15:00:00Z",
              "2024-10-05T15:30:00Z",
              "2011-12-30T10:00:00Z",
              "2020-12-31T23:59:30Z",
              "1969-12-31T23:00:00Z")
          .map(Instant::parse)
          .toList();

  abstract QueryEngine engine();

  abstract Relation store(Sample sample) throws Exception;

  static Stream<Arguments> questions() {
    List<Arguments> all = new ArrayList<>();
    List<@Nullable Bucket> buckets = new ArrayList<>(List.of(Bucket.values()));
    buckets.remove(Bucket.AUTO);
    buckets.add(null);
    long seed = 0;
    for (String zone : ZONES) {
      for (Bucket bucket : buckets) {
        for (Shape shape : Shape.values()) {
          for (int i = 0; i < SEEDS; i++) {
            all.add(Arguments.of(shape, bucket, zone, seed++));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} by {1} in {2}, seed {3}")
  @MethodSource("questions")
  void answersLikeTheReference(Shape shape, @Nullable Bucket bucket, String zone, long seed)
      throws Exception {
    Random random = new Random(seed);
    RandomSample rows =
        new RandomSample(random, MOMENTS.get(random.nextInt(MOMENTS.size())), span(bucket, random));
    Sample sample = rows.sample(random.nextInt(150));
    Question question = new RandomQuestion(random, rows).question(shape, bucket, ZoneId.of(zone));

    Table table = new Planner(engine(), store(sample)).answer(question);

    assertSame(question, rowsOf(table), new Reference(sample, question).answer());
  }

  /** So long that there are gaps to fill, and sometimes too many of them. */
  private static long span(@Nullable Bucket bucket, Random random) {
    long length = bucket == null ? 86_400 : bucket.seconds();
    return Math.min(length * List.of(2, 30, 300, 3_000).get(random.nextInt(4)), 40L * 365 * 86_400);
  }

  private static void assertSame(
      Question question,
      List<List<@Nullable Object>> answer,
      List<List<@Nullable Object>> reference) {
    if (!question.query().measures().isEmpty()) {
      answer.sort(Comparator.comparing(row -> row.subList(0, dimensions(question)).toString()));
      reference.sort(Comparator.comparing(row -> row.subList(0, dimensions(question)).toString()));
    }
    assertThat(answer).as("%s", question).hasSameSizeAs(reference);
    for (int i = 0; i < answer.size(); i++) {
      for (int j = 0; j < answer.get(i).size(); j++) {
        assertSame(
            question,
            answer.get(i).get(j),
            reference.get(i).get(j),
            answer.get(i),
            reference.get(i));
      }
    }
  }

  private static void assertSame(
      Question question,
      @Nullable Object found,
      @Nullable Object wanted,
      List<?> row,
      List<?> wantedRow) {
    if (found instanceof Double number && wanted instanceof Double exact) {
      assertThat(number).as("%s", question).isCloseTo(exact, within(Math.abs(exact) * 1e-9 + 1e-6));
    } else {
      assertThat(found).as("%s%n found %s%nwanted %s", question, row, wantedRow).isEqualTo(wanted);
    }
  }

  private static int dimensions(Question question) {
    return (question.query().x() == null ? 0 : 1) + (question.query().series() == null ? 0 : 1);
  }

  static List<List<@Nullable Object>> rowsOf(Table table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < table.rowCount(); i++) {
      List<@Nullable Object> row = new ArrayList<>();
      for (TableColumn column : table.columns()) {
        row.add(column.values().get(i));
      }
      rows.add(row);
    }
    return rows;
  }
}
