package com.streamdata.share;

import com.streamdata.config.ServerConfig;
import com.streamdata.http.PublicAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The address that a token stands in. */
@Component
final class ShareLinks {
  private static final String PATH = "/share/";
  private static final String PUBLIC_PATH = "/public-dashboards/";
  private static final String API_PATH = "/api/public/dashboards/";
  private final PublicAddress address;
  private final String prefix;

  ShareLinks(PublicAddress address, ServerConfig config) {
    this.address = address;
    URI url = config.publicUrl();
    this.prefix = url == null ? "" : url.getRawPath().replaceAll("/+$", "");
  }

  /** As it is handed out, with the base of the current request or of the settings. */
  String to(ShareToken token) {
    return address.base() + PATH + token.text();
  }

  /** The address of a public dashboard's page, as Grafana's clients make it of the token. */
  String toPublic(ShareToken token) {
    return publicLinks().apply(token);
  }

  /** Makes such addresses later, where there is no request any more: in a transaction. */
  Function<ShareToken, String> publicLinks() {
    String base = address.base();
    return token -> base + PUBLIC_PATH + token.text();
  }

  /** Below the base. */
  static String relative(ShareToken token) {
    return PATH + token.text();
  }

  /**
   * What is behind the link, as a browser's cookies see it: without host, with the prefix that a
   * proxy adds.
   */
  List<String> paths(ShareToken token) {
    return List.of(prefix + PATH + token.text(), prefix + API_PATH + token.text());
  }
}
