package com.streamdata.outbound;

/** Why there is no answer of another server. The message shows nothing of what was sent. */
public final class HttpFailure extends Exception {
  private final HttpStage stage;
  private final transient byte[] received;

  HttpFailure(HttpStage stage, String message) {
    this(stage, message, new byte[0]);
  }

  HttpFailure(HttpStage stage, String message, byte[] received) {
    super(message);
    this.stage = stage;
    this.received = received;
  }

  public HttpStage stage() {
    return stage;
  }

  /** The first bytes of the body, as far as it came. */
  public byte[] received() {
    return received.clone();
  }
}
