package com.streamdata.mail;

import com.streamdata.config.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where mail is handed over.
 *
 * @param tls whether the connection begins with TLS; otherwise STARTTLS is used where it is offered
 * @param user null: without signing in
 */
record SmtpServer(
    boolean tls, String host, int port, @Nullable String user, @Nullable Secret password) {
  private static final int SUBMISSION_PORT = 587;
  private static final int SUBMISSIONS_PORT = 465;

  static boolean fits(Secret url) {
    try {
      of(url);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /**
   * Reads {@code smtp[s]://[user:password@]host[:port]}; without a port it is 587, or 465 for
   * smtps.
   *
   * @throws IllegalArgumentException if it has another form
   */
  static SmtpServer of(Secret url) {
    URI uri = URI.create(url.reveal());
    boolean tls = "smtps".equalsIgnoreCase(uri.getScheme());
    boolean plain = "smtp".equalsIgnoreCase(uri.getScheme());
    boolean bare = uri.getQuery() == null && uri.getFragment() == null && isEmpty(uri.getPath());
    if (!(tls || plain) || !bare || uri.getHost() == null) {
      throw new IllegalArgumentException("Not the address of a mail server");
    }
    int usual = tls ? SUBMISSIONS_PORT : SUBMISSION_PORT;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    String account = uri.getRawUserInfo();
    if (account == null) {
      return new SmtpServer(tls, uri.getHost(), port, null, null);
    }
    // Split before decoding: an encoded colon belongs to the user's name.
    String[] parts = account.split(":", 2);
    if (parts.length < 2 || parts[0].isEmpty()) {
      throw new IllegalArgumentException("User and password come together");
    }
    return new SmtpServer(tls, uri.getHost(), port, decode(parts[0]), new Secret(decode(parts[1])));
  }

  private static boolean isEmpty(@Nullable String path) {
    return path == null || path.isEmpty() || path.equals("/");
  }

  private static String decode(String text) {
    return UriUtils.decode(text, StandardCharsets.UTF_8);
  }
}
