package com.streamdata.live;

import com.streamdata.error.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many pages may be kept new at once.
 *
 * @param streams open streams of all together
 * @param streamsPerClient of one address; null for 1,000, and as many as there may be for this
 *     machine's own: behind a proxy that runs on it, everybody has that
 */
public record LiveConfig(@DefaultValue("10000") int streams, @Nullable Integer streamsPerClient) {
  /** The connector takes some more connections than these. */
  private static final int MOST = 15_000;

  private static final int USUAL_PER_CLIENT = 1_000;

  public LiveConfig {
    new Checks()
        .that(
            streams >= 0 && streams <= MOST, "STREAMDATA_STREAMS", "must be between 0 and " + MOST)
        .that(
            streamsPerClient == null || streamsPerClient >= 0,
            "STREAMDATA_STREAMS_PER_CLIENT",
            "must be 0 or more")
        .done();
  }

  int most(boolean isThisMachine) {
    if (streamsPerClient != null) {
      return streamsPerClient;
    }
    return isThisMachine ? streams : USUAL_PER_CLIENT;
  }
}
