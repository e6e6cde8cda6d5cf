package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.streamdata.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which time and how many points panels show (observed behaviour, 2.6 and 2.7). */
class PanelTimeApiTest {
  private static final String SQL =
      "SELECT epoch_ms($__timeFrom()) AS a, epoch_ms($__timeTo()) AS b, $__interval_ms AS i";
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static SharedPanels shared(boolean timeSelection, String more) {
    return SharedPanels.with(
        server,
        "{\"isEnabled\": true, \"timeSelectionEnabled\": " + timeSelection + "}",
        "{\"list\": []}",
        more,
        SharedPanels.table(1, SQL),
        SharedPanels.table(2, SQL).replace("\"title\"", "\"timeFrom\": \"2h\", \"title\""),
        "{\"id\": 3, \"type\": \"row\", \"collapsed\": true, \"panels\": ["
            + SharedPanels.table(4, SQL).replace("\"title\"", "\"timeFrom\": \"2h\", \"title\"")
            + "]}");
  }

  private static SharedPanels ofSixHours(boolean timeSelection) {
    return shared(timeSelection, "{\"time\": {\"from\": \"now-6h\", \"to\": \"now\"}}");
  }

  private static String range(String from, String to, String zone) {
    return "{\"timeRange\": {\"from\": \"%s\", \"to\": \"%s\", \"timezone\": \"%s\"}}"
        .formatted(from, to, zone);
  }

  /** Begin, end and step of what a panel shows, in milliseconds. */
  private static long[] asked(SharedPanels shared, long panel, String body) {
    JsonNode values =
        shared.query(panel, body).expect(200).json().at("/results/A/frames/0/data/values");
    return new long[] {
      values.at("/0/0").asLong(), values.at("/1/0").asLong(), values.at("/2/0").asLong()
    };
  }

  private static long now() {
    return server.clock().instant().toEpochMilli();
  }

  @Test
  void dashboardsTimeIsTheUsualOne() {
    long[] got =
        asked(ofSixHours(true), 1, "{\"timeRange\": {\"from\": \"now-6h\", \"to\": \"now\"}}");

    assertThat(got[1] - got[0]).isCloseTo(6 * HOUR, within(1L));
    assertThat(got[1]).isCloseTo(now(), within(MINUTE));
  }

  @Test
  void absoluteTimeOfTheDashboardIsTakenAsItIs() {
    SharedPanels shared =
        shared(
            false,
            "{\"time\": {\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-01T06:00:00.000Z\"}}");

    long[] got = asked(shared, 1, "{}");

    assertThat(got[0]).isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    assertThat(got[1]).isEqualTo(Instant.parse("2026-01-01T06:00:00Z").toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"timeRange\": {\"from\": \"1000\", \"to\": \"2000\"}}",
        "{\"timeRange\": {\"from\": \"garbage\", \"to\": \"garbage\"}}",
        "{\"timeRange\": {}}",
        "{}"
      })
  void requestsTimeIsIgnoredUnlessViewersMayChoose(String body) {
    long[] got = asked(ofSixHours(false), 1, body);

    assertThat(got[1] - got[0]).isCloseTo(6 * HOUR, within(1L));
  }

  @Test
  void panelsOwnBeginningCountsOnTopOnlyAndLessThanTheRequest() {
    SharedPanels fixed = ofSixHours(false);
    SharedPanels free = ofSixHours(true);

    long[] onTop = asked(fixed, 2, "{}");
    long[] inRow = asked(fixed, 4, "{}");
    long[] chosen = asked(free, 2, range("1000000", "2000000", ""));

    assertThat(onTop[1] - onTop[0]).isCloseTo(2 * HOUR, within(1L));
    assertThat(inRow[1] - inRow[0]).isCloseTo(6 * HOUR, within(1L));
    assertThat(chosen).startsWith(1_000_000, 2_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"timeRange\": {}}",
        "{\"timeRange\": {\"from\": \"\", \"to\": \"\"}}",
        "{\"timeRange\": {\"from\": \"now-1h\"}}",
        "{\"timeRange\": {\"to\": \"now\"}}",
        "{\"timeRange\": {\"from\": \"yesterday\", \"to\": \"now\"}}",
        "{\"timeRange\": {\"from\": \"now-1h\", \"to\": \"5 apples\"}}"
      })
  void bothTimesMustBeReadableWhereViewersChoose(String body) {
    Refusal.expect(ofSixHours(true).query(77, body), 400, "invalidTimeRange", "Invalid time range");
  }

  @ParameterizedTest
  @CsvSource({
    "90m, 5400000",
    "1h30m, 5400000",
    "1.5h, 5400000",
    "45s, 45000",
    "1d, 86400000",
    "2w, 1209600000",
    "1M, 2629800000",
    "1y, 31557600000",
    "now-3h, 10800000"
  })
  void lengthsAreTimesBeforeNow(String from, long length) {
    long[] got = asked(ofSixHours(true), 1, range(from, "now", ""));

    assertThat(got[1] - got[0]).isCloseTo(length, within(1L));
  }

  @Test
  void roundedTimesGoToTheEndOfTheirUnitInTheViewersZone() {
    ZoneId sydney = ZoneId.of("Australia/Sydney");
    LocalDate yesterday = server.clock().instant().atZone(sydney).toLocalDate().minusDays(1);

    long[] got = asked(ofSixHours(true), 1, range("now-1d/d", "now-1d/d", "Australia/Sydney"));

    assertThat(got[0]).isEqualTo(yesterday.atStartOfDay(sydney).toInstant().toEpochMilli());
    assertThat(got[1])
        .isEqualTo(yesterday.plusDays(1).atStartOfDay(sydney).toInstant().toEpochMilli() - 1);
  }

  @ParameterizedTest
  @CsvSource({"Europe/Madrid, Europe/Madrid", "browser, UTC", "'', UTC", "Nowhere/Town, UTC"})
  void zoneIsTheDashboardsOrUtc(String zone, String used) {
    SharedPanels shared =
        shared(
            false,
            "{\"timezone\": \""
                + zone
                + "\", \"time\": {\"from\": \"now-1d/d\", \"to\": \"now-1d/d\"}}");
    LocalDate yesterday =
        server.clock().instant().atZone(ZoneId.of(used)).toLocalDate().minusDays(1);

    long[] got = asked(shared, 1, range("1000", "2000", "Asia/Tokyo"));

    assertThat(got[0])
        .isEqualTo(yesterday.atStartOfDay(ZoneId.of(used)).toInstant().toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nowhere/Town", "+99:00", "browser", ""})
  void unknownZoneOfTheRequestIsTheDashboards(String zone) {
    long[] got = asked(ofSixHours(true), 1, range("now/d", "now/d", zone));

    assertThat(got[0] % DAY).isZero();
  }

  @Test
  void millisecondsAreTakenAsTheyAreAndTheirEndIsIncluded() {
    SharedPanels shared = ofSixHours(true);

    long[] got = asked(shared, 1, range("-1000", "1767225660000", ""));

    assertThat(got).startsWith(-1_000, 1_767_225_660_000L);
  }

  @Test
  void rangeThatEndsBeforeItBeginsIsEmptyAndNoError() {
    SharedPanels shared =
        SharedPanels.create(
            server,
            "{\"isEnabled\": true, \"timeSelectionEnabled\": true}",
            SharedPanels.table(1, "SELECT count(*) FROM readings WHERE $__timeFilter(seen)"));

    assertThat(shared.firstValue(1, range("2000", "1000", "")).asInt()).isZero();
    assertThat(shared.firstValue(1, range("1767225600000", "1767225600000", "")).asInt())
        .isEqualTo(1);
  }

  /** Grafana's own test points. */
  @ParameterizedTest
  @CsvSource({
    "3h, 10000, 300, 10000",
    "6h, 1000, 600, 2000",
    "90d, 100, 600, 600000",
    "90d, 0, 0, 600000"
  })
  void stepIsNeverFinerThanASafeOne(String from, long interval, long points, long expected) {
    String body =
        "{\"intervalMs\": %d, \"maxDataPoints\": %d, \"timeRange\": {\"from\": \"%s\", \"to\": \"now\"}}"
            .formatted(interval, points, from);

    assertThat(asked(ofSixHours(true), 1, body)[2]).isEqualTo(expected);
  }

  @Test
  void emptyBodyGetsTheSafeStep() {
    assertThat(asked(ofSixHours(false), 1, "{}")[2]).isEqualTo(Duration.ofSeconds(2).toMillis());
  }
}
