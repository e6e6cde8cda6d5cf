package com.streamdata.http;

import com.streamdata.error.AppException;
import org.jspecify.annotations.Nullable;

/** How failures are told at some addresses. At all others they are problem documents. */
public interface ErrorFormat {

  /**
   * A whole answer.
   *
   * @param body JSON
   */
  record Told(int status, byte[] body) {}

  /** Whether failures at this path are told this way. */
  boolean covers(String path);

  /**
   * What the client is told.
   *
   * @param failure null for our own fault, which has been logged and of which nothing is told
   */
  Told tell(String path, @Nullable AppException failure);
}
