package com.streamdata.config;

import com.streamdata.error.Checks;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server listens, keeps what it keeps, and how it is reached.
 *
 * @param port 0 takes any free one
 * @param address the address to listen on; null for all
 * @param dataDir the one folder with everything it keeps
 * @param publicUrl base of the links it hands out, may have a path; null: the request's own address
 * @param demo whether the first start makes the demo dashboards
 */
public record ServerConfig(
    @DefaultValue("8080") int port,
    @Nullable String address,
    @DefaultValue("data") Path dataDir,
    @Nullable URI publicUrl,
    @DefaultValue("true") boolean demo) {
  public ServerConfig {
    new Checks()
        .that(port >= 0 && port <= 65535, "STREAMDATA_PORT", "must be between 0 and 65535")
        .that(
            publicUrl == null || isBase(publicUrl),
            "STREAMDATA_PUBLIC_URL",
            "must look like https://stats.example.com or https://example.com/stats")
        .done();
  }

  private static boolean isBase(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getQuery() == null
        && url.getFragment() == null
        && url.getUserInfo() == null;
  }
}
