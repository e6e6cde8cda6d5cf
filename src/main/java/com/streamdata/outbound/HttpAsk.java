package com.streamdata.outbound;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request to another server.
 *
 * @param method GET or POST
 * @param headers by name, whatever its case; names and values as they may stand on the wire
 * @param body null for none
 */
public record HttpAsk(
    String method, WebAddress address, Map<String, String> headers, byte @Nullable [] body) {
  /** Headers that say nothing about who is asking; all others are secrets. */
  public static final Set<String> OPEN_HEADERS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  public HttpAsk {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = copy;
  }

  public static HttpAsk get(WebAddress address, Map<String, String> headers) {
    return new HttpAsk("GET", address, headers, null);
  }

  /**
   * What to ask after a redirect, as browsers do; whoever is not the one that was asked gets no
   * secrets.
   *
   * @throws HttpFailure if the body would go to somebody else
   */
  HttpAsk redirected(int status, WebAddress to) throws HttpFailure {
    boolean elsewhere = !to.origin().equals(address.origin());
    boolean again = status == 307 || status == 308 || method.equals("GET");
    if (elsewhere && again && body != null) {
      throw new HttpFailure(
          HttpStage.STATUS,
          address.host()
              + " sends the request on to "
              + to.host()
              + ", which does not get its body");
    }
    Map<String, String> kept = new TreeMap<>(headers);
    kept.keySet().removeIf(lost(elsewhere, again));
    return again ? new HttpAsk(method, to, kept, body) : get(to, kept);
  }

  private static Predicate<String> lost(boolean elsewhere, boolean again) {
    return name ->
        elsewhere && !OPEN_HEADERS.contains(name.toLowerCase(Locale.ROOT))
            || !again && name.equalsIgnoreCase("content-type");
  }
}
