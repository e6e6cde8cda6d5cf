package com.streamdata.source.fetch;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a source needs to know to find its rows. Checks itself; an error names the member as on the
 * wire.
 */
public interface SourceSettings {
  /** What stands for a secret wherever it is shown. */
  String HIDDEN = "***";

  /** Members as on the wire, secrets too. For the database only, where it is sealed as a whole. */
  ObjectNode stored();

  /** Members as on the wire; each secret is {@link #HIDDEN}. */
  ObjectNode shown();

  /**
   * These, where each secret that is {@link #HIDDEN} is the one of before.
   *
   * @throws com.streamdata.error.AppException naming the member, when there was none, or when it
   *     would be sent to another host than before: then it has to be entered again
   */
  SourceSettings keepingSecretsOf(SourceSettings before);

  /** How long after a run the next one starts; empty when rows are fetched on demand only. */
  Optional<Duration> every();

  /** What becomes of the rows that are there when new ones were fetched. */
  Taking taking();
}
