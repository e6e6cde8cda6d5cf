package com.streamdata.ui;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * All files that pages load. Made when first asked for: hashing and compressing delays the start.
 */
@Lazy
@Component
final class Assets {
  private final Map<String, Asset> assets =
      Map.of(
          "app.js",
          Asset.read(MediaType.parseMediaType("text/javascript;charset=utf-8"), "/web/app.js"),
          "app.css",
          Asset.read(MediaType.parseMediaType("text/css;charset=utf-8"), "/web/app.css"),
          "icon.svg",
          Asset.read(MediaType.parseMediaType("image/svg+xml"), "/ui/icon.svg"));

  Optional<Asset> find(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  /** Replaces {@code {name}} by the version of the asset, for every asset. */
  String withVersions(String html) {
    String filled = html;
    for (Map.Entry<String, Asset> asset : assets.entrySet()) {
      filled = filled.replace("{" + asset.getKey() + "}", asset.getValue().version());
    }
    return filled;
  }
}
