package com.streamdata.source.fetch;

/**
 * A kind of source whose rows come by themselves as long as somebody listens. What {@link #fetch}
 * brings is only for trying a source out.
 *
 * @param <S> what such a source needs to know
 */
public interface Listening<S extends SourceSettings> extends Connector<S> {
  /**
   * Takes rows until the thread is interrupted. Used by one thread at a time for each source.
   *
   * @throws FetchFailure when it cannot go on; it is tried again later
   */
  void listen(S settings, Arrivals rows) throws FetchFailure, InterruptedException;
}
