package com.streamdata.outbound;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.springframework.beans.factory.annotation.Autowired;
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

  /** Asks servers whose certificates the JDK trusts, which it reads at the first that has one. */
  @Autowired
  public HttpFetch(Networks networks) {
    this.networks = networks;
    this.tls =
        (socket, host, port, attachment, context) ->
            new DefaultClientTlsStrategy(usualTrust())
                .upgrade(socket, host, port, attachment, context);
  }

  /** Asks servers whose certificates {@code trust} accepts. */
  public HttpFetch(Networks networks, SSLContext trust) {
    this.networks = networks;
    this.tls = new DefaultClientTlsStrategy(trust);
  }

  private static SSLContext usualTrust() throws SSLException {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new SSLException("The certificates to trust cannot be read", e);
    }
  }

  /**
   * Asks and waits for all of the answer, whatever its status; whoever gets it closes it.
   *
   * @throws HttpFailure if no answer came, or not all of it
   * @throws InterruptedException if the thread is interrupted; on a virtual thread at once
   */
  public HttpAnswer fetch(HttpAsk ask, HttpLimits limits) throws HttpFailure, InterruptedException {
    try (HttpExchange exchange = new HttpExchange(networks, tls, limits)) {
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
