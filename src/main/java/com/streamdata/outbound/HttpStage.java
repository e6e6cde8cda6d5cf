package com.streamdata.outbound;

/** At what a request to another server failed. */
public enum HttpStage {
  /** Its name is not known. */
  NAME,
  /** The server may not connect there. */
  REFUSED,
  /** Nobody listens there, or the connection broke. */
  CONNECTION,
  /** Its certificate, or the encryption. */
  TLS,
  /** It took too long. */
  TIMEOUT,
  /** It answers with something other than an answer. */
  STATUS,
  /** The answer is packed in a way that is not understood. */
  CONTENT_TYPE,
  /** The answer is too large. */
  SIZE
}
