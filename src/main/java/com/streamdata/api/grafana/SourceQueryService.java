package com.streamdata.api.grafana;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.Target;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.QueryService;
import com.streamdata.query.ask.Format;
import com.streamdata.query.ask.QueryErrors;
import com.streamdata.query.ask.Setting;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.statement.Outcome;
import com.streamdata.query.time.TimeRange;
import com.streamdata.source.SourceService;
import com.streamdata.source.SourceService.ReadableSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Runs statements that somebody sends: only for who might as well save them on a dashboard, and
 * read every source they name.
 */
@Service
final class SourceQueryService {
  private static final int MOST = 100;

  private final Access access;
  private final SourceService sources;
  private final QueryService queries;
  private final InstantSource clock;

  SourceQueryService(
      Access access, SourceService sources, QueryService queries, InstantSource clock) {
    this.access = access;
    this.sources = sources;
    this.queries = queries;
    this.clock = clock;
  }

  /** A body of Grafana's. */
  record Wanted(@Nullable List<JsonNode> queries, @Nullable String from, @Nullable String to) {}

  QueryResults query(Caller caller, Supplier<Wanted> body) {
    access.requireAccount(caller);
    Wanted wanted = body.get();
    List<JsonNode> asked = wanted.queries() == null ? List.of() : wanted.queries();
    if (asked.isEmpty() || asked.size() > MOST) {
      throw LegacyErrors.wrong("Send 1 to " + MOST + " queries.");
    }
    TimeRange range = range(wanted);
    List<ReadableSource> readable = sources.listReadable(caller);
    List<Outcome> outcomes = new ArrayList<>();
    for (JsonNode query : asked) {
      if (!Lenient.isTrue(query, "hide")) {
        ReadableSource source = source(readable, query);
        requireWriter(caller, source);
        outcomes.add(run(caller, source, query, range));
      }
    }
    return QueryResults.of(outcomes);
  }

  private TimeRange range(Wanted wanted) {
    String from = wanted.from() == null || wanted.from().isBlank() ? "now-6h" : wanted.from();
    String to = wanted.to() == null || wanted.to().isBlank() ? "now" : wanted.to();
    TimeRange range =
        GrafanaTime.range(from, to)
            .orElseThrow(() -> LegacyErrors.wrong("from or to cannot be read"));
    return GrafanaTime.orNowhere(range, clock.instant(), ZoneOffset.UTC);
  }

  private static ReadableSource source(List<ReadableSource> readable, JsonNode query) {
    try {
      return new DataSources(readable, null, query.path("templating"))
          .find(query.path("datasource"), query.path("datasourceId"));
    } catch (NotShownException _) {
      throw LegacyErrors.of(LegacyErrors.DATA_SOURCE_NOT_FOUND);
    }
  }

  private void requireWriter(Caller caller, ReadableSource source) {
    boolean may =
        access.may(caller, Action.DASHBOARDS_WRITE, new Target.OfDashboard(source.dashboardId()));
    if (!may) {
      throw AccessErrors.denied("datasources:query");
    }
  }

  private Outcome run(Caller caller, ReadableSource source, JsonNode query, TimeRange range) {
    String ref = Lenient.line(Lenient.text(query, "refId"), 64);
    String sql = Lenient.text(query, "rawSql");
    Format format =
        Lenient.text(query, "format").equals("time_series") ? Format.TIME_SERIES : Format.TABLE;
    if (sql.isBlank()) {
      throw LegacyErrors.wrong("Query " + ref + " has no SQL in rawSql.");
    }
    Statement statement = new Statement(ref.isEmpty() ? "A" : ref, source.id(), sql, format, false);
    Setting setting = setting(source, query, range);
    SqlQuery one = new SqlQuery(List.of(statement));
    List<ErrorDetail> wrong = queries.check(caller, one, setting);
    return wrong.isEmpty()
        ? queries.runEach(one, setting).getFirst()
        : new Outcome.Failed(
            statement, new AppException(QueryErrors.STATEMENT, wrong.getFirst().message()));
  }

  private Setting setting(ReadableSource source, JsonNode query, TimeRange range) {
    Instant now = clock.instant();
    GrafanaInterval interval =
        GrafanaInterval.of(
            range.resolve(now, ZoneOffset.UTC),
            Math.max(0, Lenient.whole(query, "intervalMs").orElse(0)),
            Math.max(0, Lenient.whole(query, "maxDataPoints").orElse(0)));
    return new Setting(
        source.dashboardId(),
        range,
        ZoneOffset.UTC,
        List.of(),
        Duration.ofMillis(interval.intervalMs()),
        Map.of());
  }
}
