package com.streamdata.share;

import com.streamdata.config.ServerConfig;
import com.streamdata.http.PublicAddress;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The address that a token stands in. */
@Component
final class ShareLinks {
  private static final String PATH = "/share/";
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

  /** Below the base. */
  static String relative(ShareToken token) {
    return PATH + token.text();
  }

  /** As a browser's cookies see it: without host, with the prefix that a proxy adds. */
  String path(ShareToken token) {
    return prefix + PATH + token.text();
  }
}
