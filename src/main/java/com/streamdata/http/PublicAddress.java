package com.streamdata.http;

import com.streamdata.config.ServerConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The base of the links that the server hands out, without a slash at the end. */
@Component
public final class PublicAddress {
  private final ServerConfig config;

  PublicAddress(ServerConfig config) {
    this.config = config;
  }

  /** What the settings say, else the address and port that the current request came to. */
  public String base() {
    URI set = config.publicUrl();
    return set == null
        ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
        : withoutSlash(set);
  }

  /** What the settings say, else how it is reached on its own machine. */
  public String onThisMachine(int port) {
    URI set = config.publicUrl();
    return set == null ? "http://localhost:" + port : withoutSlash(set);
  }

  /**
   * Whether browsers come by https, so that cookies may be bound to it. What the settings say goes
   * before what arrives here: a proxy in front may have ended the encryption.
   */
  public boolean isSecure(HttpServletRequest request) {
    URI set = config.publicUrl();
    return set == null ? request.isSecure() : "https".equals(set.getScheme());
  }

  private static String withoutSlash(URI url) {
    return url.toString().replaceAll("/+$", "");
  }
}
