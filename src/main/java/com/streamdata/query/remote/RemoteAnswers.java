package com.streamdata.query.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.dataset.Dataset;
import com.streamdata.error.AppException;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.answer.AnswerCache;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.Setting;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.plan.Planner;
import com.streamdata.query.plan.Question;
import com.streamdata.query.plan.Relation;
import com.streamdata.query.table.Table;
import com.streamdata.query.time.Interval;
import com.streamdata.query.time.TimeRange;
import com.streamdata.source.sql.SqlConnections;
import com.streamdata.source.sql.SqlSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Answers from other people's databases. Each is asked once for every step of its source however
 * many look; while that takes long or fails, what it said last is given at once, with its age.
 */
public final class RemoteAnswers {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int MOST_FAILED = 2_000;
  private static final Duration KEPT = Duration.ofDays(1);

  /** How long what failed is left alone: every viewer would try it again. */
  private static final Duration REST = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final SqlConnections connections;
  private final AnswerCache answers;
  private final Map<AnswerCache.Key, CompletableFuture<Answer>> going = new ConcurrentHashMap<>();
  private final Cache<AnswerCache.Key, AppException> failed =
      Caffeine.newBuilder().maximumSize(MOST_FAILED).expireAfterWrite(REST).build();
  private final Cache<Wanted, Answer> last =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher(AnswerCache::weight)
          .expireAfterAccess(KEPT)
          .build();

  public RemoteAnswers(SqlConnections connections, AnswerCache answers) {
    this.connections = connections;
    this.answers = answers;
  }

  /** A question without the moment at which it is asked. */
  private record Wanted(
      Shape shape,
      Query query,
      TimeRange range,
      ZoneId zone,
      List<Filter> shared,
      SqlSettings settings) {}

  /**
   * The answer as of the last step.
   *
   * @throws AppException if the database fails, and has never answered this
   */
  public Answer get(
      Shape shape, Query query, Setting setting, Dataset dataset, SqlSettings settings) {
    Wanted wanted =
        new Wanted(shape, query, setting.range(), setting.zone(), setting.shared(), settings);
    Interval interval = setting.range().resolve(dataset.changedAt(), setting.zone());
    Question question = new Question(shape, query, interval, setting.zone(), setting.shared());
    AnswerCache.Key key = new AnswerCache.Key(question, Map.of(dataset.id(), dataset.version()));
    Answer before = last.getIfPresent(wanted);
    if (before != null && before.versions().equals(key.versions())) {
      return before;
    }
    AppException known = failed.getIfPresent(key);
    if (known == null) {
      CompletableFuture<Answer> asked = ask(key, question, wanted, dataset, settings);
      return before == null ? wait(asked) : wait(asked, before);
    }
    if (before == null) {
      throw known;
    }
    return before;
  }

  private CompletableFuture<Answer> ask(
      AnswerCache.Key key,
      Question question,
      Wanted wanted,
      Dataset dataset,
      SqlSettings settings) {
    CompletableFuture<Answer> own = new CompletableFuture<>();
    CompletableFuture<Answer> other = going.putIfAbsent(key, own);
    if (other != null) {
      return other;
    }
    Thread.ofVirtual()
        .name("remote-query")
        .start(() -> {
          try {
            Answer answer = answers.get(key, () -> make(question, dataset, settings));
            last.put(wanted, answer);
            own.complete(answer);
          } catch (AppException e) {
            failed.put(key, e);
            own.completeExceptionally(e);
          } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
          } finally {
            going.remove(key, own);
          }
        });
    return own;
  }

  private Answer make(Question question, Dataset dataset, SqlSettings settings) {
    Relation relation = RemoteTables.relation(settings, dataset);
    Table table =
        new Planner(RemoteTables.engine(connections, settings), relation).answer(question);
    return new Answer(table, dataset.changedAt(), Map.of(dataset.id(), dataset.version()));
  }

  private static Answer wait(CompletableFuture<Answer> asked) {
    try {
      return asked.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof AppException failure ? failure : e;
    }
  }

  private static Answer wait(CompletableFuture<Answer> asked, Answer before) {
    return asked
        .exceptionally(_ -> before)
        .completeOnTimeout(before, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
