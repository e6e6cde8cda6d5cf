package com.streamdata.mail;

import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.db.DatabaseConfig;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due in the outbox, on one thread of its own.
 *
 * <p>A message is claimed by a commit before the mail server hears of it. Where the process dies in
 * between, it is sent once more after the next start; where several nodes share the database, after
 * the claim has run out.
 */
@Component
final class Postman implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  /** Longer than any conversation with a mail server lasts, by its timeouts. */
  static final Duration CLAIM = Duration.ofMinutes(15);

  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration FINISH = Duration.ofSeconds(4);
  private static final int MOST_AT_ONCE = 100;

  private final MailConfig config;
  private final Database database;
  private final boolean alone;
  private final ServerKey serverKey;
  private final InstantSource clock;
  private final Semaphore signals = new Semaphore(0);
  private volatile boolean stopping;
  private volatile boolean serverIsDown;
  private volatile @Nullable Thread thread;

  Postman(
      MailConfig config,
      Database database,
      DatabaseConfig databaseConfig,
      ServerKey serverKey,
      InstantSource clock) {
    this.config = config;
    this.database = database;
    this.alone = databaseConfig.databaseUrl() == null;
    this.serverKey = serverKey;
    this.clock = clock;
  }

  void wake() {
    signals.release();
  }

  /**
   * Sends everything that is due.
   *
   * @return when to look again
   */
  Instant sendDue() {
    List<Long> due = dueNow();
    if (!due.isEmpty()) {
      try (SmtpConversation conversation = new SmtpConversation(config.server(), config.from())) {
        for (long id : due) {
          if (stopping || !send(conversation, id)) {
            return clock.instant().plus(LOOK_EVERY);
          }
        }
      }
    }
    Instant latest = clock.instant().plus(LOOK_EVERY);
    return database
        .from(OutboxStore.class, store -> Optional.ofNullable(store.nextDue()))
        .filter(next -> next.isBefore(latest))
        .orElse(latest);
  }

  private List<Long> dueNow() {
    Instant now = clock.instant();
    return database.from(OutboxStore.class, store -> store.listDue(now, MOST_AT_ONCE));
  }

  /** Returns whether it is worth trying the next. */
  private boolean send(SmtpConversation conversation, long id) {
    Instant now = clock.instant();
    Optional<Letter> claimed =
        database.record(handle -> {
          OutboxStore store = handle.attach(OutboxStore.class);
          return store.claim(id, now, now.plus(CLAIM)) ? store.find(id) : Optional.empty();
        });
    if (claimed.isEmpty()) {
      return true;
    }
    Letter letter = claimed.get();
    Delivery delivery = deliver(conversation, letter);
    note(letter, delivery);
    boolean down = delivery instanceof Delivery.NoServer;
    serverIsDown = down;
    return !down;
  }

  private Delivery deliver(SmtpConversation conversation, Letter letter) {
    Message message;
    try {
      String content = serverKey.open(Outbox.PURPOSE, letter.sealedContent());
      message = RecordReader.read(content.getBytes(StandardCharsets.UTF_8), Message.class);
    } catch (RuntimeException _) {
      return new Delivery.Refused("it was sealed under another server key");
    }
    return conversation.send(letter, message);
  }

  private void note(Letter letter, Delivery delivery) {
    switch (delivery) {
      case Delivery.Sent _ -> record(store -> store.sent(letter.id()));
      case Delivery.Refused refused -> giveUp(letter, refused.reason());
      case Delivery.NotNow notNow -> postpone(letter, notNow.reason(), letter.attempts() == 1);
      case Delivery.NoServer noServer -> postpone(letter, noServer.reason(), !serverIsDown);
    }
  }

  private void postpone(Letter letter, String reason, boolean first) {
    Instant next = letter.nextAttempt(clock.instant());
    if (letter.isTooLate(next)) {
      giveUp(letter, reason);
      return;
    }
    if (first) {
      LOG.warn("Mail {} could not be sent and will be tried again: {}", letter.id(), reason);
    }
    record(store -> store.postpone(letter.id(), next, reason));
  }

  private void giveUp(Letter letter, String reason) {
    LOG.warn("Mail {} is given up: {}", letter.id(), reason);
    record(store -> store.fail(letter.id(), reason));
  }

  private void record(java.util.function.Consumer<OutboxStore> change) {
    database.record(handle -> {
      change.accept(handle.attach(OutboxStore.class));
      return true;
    });
  }

  private void run() {
    boolean released = !alone;
    while (!stopping) {
      Instant next = clock.instant().plus(LOOK_EVERY);
      try {
        if (!released) {
          releaseAll();
          released = true;
        }
        next = sendDue();
      } catch (RuntimeException e) {
        LOG.error("The outbox could not be looked through", e);
      }
      await(next);
    }
  }

  /** Takes back what a process that died had claimed; there is no other on this database. */
  void releaseAll() {
    record(store -> store.releaseAll(clock.instant()));
  }

  private void await(Instant next) {
    try {
      long millis = Math.max(1, Duration.between(clock.instant(), next).toMillis());
      if (signals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        signals.drainPermits();
      }
    } catch (InterruptedException _) {
      stopping = true;
    }
  }

  @Override
  public void start() {
    if (config.smtpUrl() != null) {
      thread = Thread.ofPlatform().name("mail").daemon().start(this::run);
    }
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  /** Lets the conversation that it is in come to its end, beside the requests that do the same. */
  @Override
  public void stop(Runnable stopped) {
    stopping = true;
    wake();
    Thread running = thread;
    if (running == null) {
      stopped.run();
      return;
    }
    Thread.startVirtualThread(() -> {
      try {
        running.join(FINISH);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      stopped.run();
    });
  }

  @Override
  public boolean isRunning() {
    return thread != null && !stopping;
  }

  /** With the requests in flight: Spring waits for both together. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1024;
  }
}
