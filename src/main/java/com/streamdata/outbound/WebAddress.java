package com.streamdata.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An {@code http} or {@code https} address. It is taken apart once, here, and what connects uses
 * the very parts that were checked. Printing it shows the host only, since the rest may hold keys.
 */
public final class WebAddress {
  private static final int LONGEST = 4000;
  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(?:#.*)?", Pattern.DOTALL);
  private static final Pattern HAS_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::([0-9]{1,5}))?");
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final int LAST_PORT = 65535;

  private final URI uri;
  private final String host;

  private WebAddress(URI uri, String host) {
    this.uri = uri;
    this.host = host;
  }

  /**
   * Takes an address apart.
   *
   * @throws RefusedAddress if it is not http or https, names a user, or is written strangely; the
   *     message shows no more of it than its host
   */
  public static WebAddress of(String text) throws RefusedAddress {
    require(text.length() <= LONGEST, "must have at most " + LONGEST + " characters");
    require(
        text.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == 0x7f || isHidden(c)),
        "must have no blanks, backslashes or control characters");
    Matcher parts = PARTS.matcher(text);
    require(parts.matches(), "must begin with http:// or https://");
    String authority = parts.group(2);
    require(
        authority.indexOf('@') < 0,
        "must name no user; send a header Authorization for signing in");
    Matcher place = AUTHORITY.matcher(authority);
    require(place.matches() && !place.group(1).isEmpty(), "must name a host");
    HostName host = HostName.of(place.group(1));
    String shown = host.text().indexOf(':') < 0 ? host.text() : "[" + host.text() + "]";
    String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
    String query = parts.group(4) == null ? "" : parts.group(4);
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    return of(scheme + "://" + shown + port(place.group(2)) + escape(path + query), host.text());
  }

  private static WebAddress of(String text, String host) throws RefusedAddress {
    try {
      return new WebAddress(new URI(text), host);
    } catch (URISyntaxException _) {
      throw new RefusedAddress("must be an address such as https://api.example.com/items?page=1");
    }
  }

  private static String port(@Nullable String digits) throws RefusedAddress {
    if (digits == null) {
      return "";
    }
    int port = Integer.parseInt(digits);
    require(port >= 1 && port <= LAST_PORT, "must have a port from 1 to " + LAST_PORT);
    return ":" + port;
  }

  /** Where a redirect or a link in an answer from here leads. */
  public WebAddress resolve(String location) throws RefusedAddress {
    if (HAS_SCHEME.matcher(location).matches()) {
      return of(location);
    }
    if (location.startsWith("//")) {
      return of(uri.getScheme() + ":" + location);
    }
    require(location.indexOf('\\') < 0, "must have no backslashes");
    String path = location.startsWith("?") ? uri.getRawPath() + location : location;
    try {
      return of(uri.resolve(escape(path)).toString());
    } catch (IllegalArgumentException _) {
      throw new RefusedAddress("leads to no address");
    }
  }

  /** The same with one parameter more, or with another value for it. */
  public WebAddress with(String parameter, String value) {
    String name = encoded(parameter);
    StringBuilder query = new StringBuilder();
    String before = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String part : before.split("&")) {
      if (!part.isEmpty() && !part.split("=", 2)[0].equals(name)) {
        query.append(part).append('&');
      }
    }
    query.append(name).append('=').append(encoded(value));
    String text = uri.toString();
    int end = text.indexOf('?');
    return new WebAddress(
        URI.create((end < 0 ? text : text.substring(0, end)) + "?" + query), host);
  }

  public URI uri() {
    return uri;
  }

  /** In ASCII and lower case, an IPv6 address without brackets. */
  public String host() {
    return host;
  }

  /** Scheme, host and port. */
  public String origin() {
    int standard = uri.getScheme().equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? standard : uri.getPort();
    return uri.getScheme() + "://" + host + ":" + port;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebAddress address && uri.equals(address.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  @Override
  public String toString() {
    return origin();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** People write umlauts and braces; on the wire they are percent-encoded. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isPlain(c)) {
            escaped.appendCodePoint(c);
          } else {
            escaped.append(encoded(Character.toString(c)));
          }
        });
    return LONE_PERCENT.matcher(escaped).replaceAll("%25");
  }

  private static boolean isPlain(int c) {
    return c > ' ' && c < 0x7f && "\"<>\\^`{|}[]".indexOf(c) < 0;
  }

  private static boolean isHidden(int c) {
    return Character.getType(c) == Character.FORMAT
        || Character.isISOControl(c)
        || Character.isWhitespace(c);
  }

  private static void require(boolean holds, String message) throws RefusedAddress {
    if (!holds) {
      throw new RefusedAddress(message);
    }
  }
}
