package com.streamdata.source.fetch;

import tools.jackson.databind.JsonNode;

/**
 * A kind of source that finds its rows itself. Each is a component of the package of its kind.
 *
 * @param <S> what such a source needs to know
 */
public interface Connector<S extends SourceSettings> {
  /** The kind on the wire, such as {@code rest}. */
  String kind();

  /**
   * Reads what stands in a request, or in the database, besides what all sources have.
   *
   * @throws com.streamdata.error.AppException naming everything that is wrong
   */
  S read(JsonNode members);

  /** One run. Connects to nothing before it is told to fetch. */
  Fetch fetch(S settings);
}
