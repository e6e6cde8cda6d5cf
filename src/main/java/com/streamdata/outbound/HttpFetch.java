package com.streamdata.outbound;

import com.streamdata.config.TemporaryFolder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.springframework.stereotype.Component;

/**
 * Asks other servers over http and https.
 *
 * <p>It connects only to where {@link Networks} allows, checks certificates and the name in them,
 * follows at most three redirects and checks each anew, sends and keeps no cookies, uses no proxy,
 * and gives up at the limits.
 */
@Component
public final class HttpFetch {
  private static final int MOST_REDIRECTS = 3;

  private final Networks networks;
  private final TlsSocketStrategy tls;
  private final TemporaryFolder temporary;

  /** Keeps large answers in this folder until they are closed. */
  public HttpFetch(Networks networks, Trust trust, TemporaryFolder temporary) {
    this.networks = networks;
    this.temporary = temporary;
    this.tls =
        (socket, host, port, attachment, context) ->
            new DefaultClientTlsStrategy(trust.context())
                .upgrade(socket, host, port, attachment, context);
  }

  /**
   * Asks and waits for all of the answer, whatever its status; whoever gets it closes it.
   *
   * @throws HttpFailure if no answer came, or not all of it
   * @throws InterruptedException if the thread is interrupted; on a virtual thread at once
   */
  public HttpAnswer fetch(HttpAsk ask, HttpLimits limits) throws HttpFailure, InterruptedException {
    try (HttpExchange exchange = new HttpExchange(networks, tls, temporary, limits)) {
      HttpAsk next = ask;
      for (int redirects = 0; ; redirects++) {
        HttpAnswer answer = exchange.ask(next);
        if (!answer.isRedirect()) {
          return answer;
        }
        try (answer) {
          next = redirected(next, answer, redirects);
        }
      }
    }
  }

  private static HttpAsk redirected(HttpAsk ask, HttpAnswer answer, int redirects)
      throws HttpFailure {
    if (redirects == MOST_REDIRECTS) {
      throw new HttpFailure(HttpStage.STATUS, "was sent on more than " + MOST_REDIRECTS + " times");
    }
    String location = answer.header("location").orElseThrow();
    try {
      return ask.redirected(answer.status(), ask.address().resolve(location));
    } catch (RefusedAddress e) {
      throw new HttpFailure(
          HttpStage.REFUSED,
          ask.address().host() + " sends on to an address that " + e.getMessage());
    }
  }
}
