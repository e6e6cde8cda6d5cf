package com.streamdata.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What another server answered.
 *
 * @param address who answered, after redirects
 * @param headers by name in lower case
 */
public record HttpAnswer(
    int status, WebAddress address, Map<String, List<String>> headers, AnswerBody body)
    implements AutoCloseable {

  /** The header's first value. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  public boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> header("location").isPresent();
      default -> false;
    };
  }

  @Override
  public void close() {
    body.close();
  }
}
