package com.streamdata.source;

import com.streamdata.config.ServerKey;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.http.HttpErrors;
import com.streamdata.http.RecordReader;
import com.streamdata.source.fetch.Arrivals;
import com.streamdata.source.fetch.Connector;
import com.streamdata.source.fetch.Fetch;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Listening;
import com.streamdata.source.fetch.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kinds of sources that find their rows themselves, and what is kept for each source. Clients
 * and drivers are looked up when the first source needs them, for the server's start waits for no
 * other machine.
 */
@Component
final class Connectors {
  private static final String PURPOSE = "source";

  private final Supplier<Map<String, Connector<?>>> connectors;
  private final ServerKey serverKey;

  Connectors(ObjectProvider<Connector<?>> connectors, ServerKey serverKey) {
    this.connectors =
        SingletonSupplier.of(() ->
            connectors.stream().collect(Collectors.toMap(Connector::kind, Function.identity())));
    this.serverKey = serverKey;
  }

  /**
   * What a source of this kind needs to know; empty for one that is sent its rows.
   *
   * @throws AppException naming every member that is wrong
   */
  Optional<SourceSettings> read(SourceKind kind, ObjectNode members) {
    Connector<?> connector = connectors.get().get(kind.wireName());
    if (connector != null) {
      return Optional.of(connector.read(members));
    }
    List<ErrorDetail> unknown =
        members.propertyNames().stream()
            .map(name ->
                ErrorDetail.field(name, "is not a field of a " + kind.wireName() + " source"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new AppException(
          HttpErrors.UNKNOWN_FIELD,
          unknown.getFirst().field() + " " + unknown.getFirst().message(),
          unknown);
    }
    return Optional.empty();
  }

  /** What stands in the database. */
  String seal(SourceSettings settings) {
    return serverKey.seal(PURPOSE, settings.stored().toString());
  }

  /** What a source needs to know; empty for one that is sent its rows. */
  Optional<SourceSettings> settings(Source source) {
    return source.settings() == null
        ? Optional.empty()
        : read(source.sourceKind(), open(source.settings()));
  }

  private ObjectNode open(String sealed) {
    byte[] json = serverKey.open(PURPOSE, sealed).getBytes(StandardCharsets.UTF_8);
    return (ObjectNode) RecordReader.parse(json);
  }

  /** One run of a source of this kind. */
  Fetch fetch(SourceKind kind, SourceSettings settings) {
    Connector<?> connector = connectors.get().get(kind.wireName());
    if (connector == null) {
      throw new IllegalStateException("Nothing fetches " + kind);
    }
    return fetch(connector, settings);
  }

  /** Whether rows of this kind come by themselves. */
  boolean isListening(SourceKind kind) {
    return connectors.get().get(kind.wireName()) instanceof Listening<?>;
  }

  /** Takes rows as they come, until the thread is interrupted. */
  void listen(Source source, Arrivals rows) throws FetchFailure, InterruptedException {
    ObjectNode settings = open(Objects.requireNonNull(source.settings()));
    if (connectors.get().get(source.sourceKind().wireName()) instanceof Listening<?> listening) {
      listen(listening, settings, rows);
    }
  }

  private static <S extends SourceSettings> void listen(
      Listening<S> listening, ObjectNode settings, Arrivals rows)
      throws FetchFailure, InterruptedException {
    listening.listen(listening.read(settings), rows);
  }

  private static <S extends SourceSettings> Fetch fetch(
      Connector<S> connector, SourceSettings settings) {
    return connector.fetch(connector.read(settings.stored()));
  }
}
