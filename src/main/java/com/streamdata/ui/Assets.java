package com.streamdata.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * All files that pages load. Made when first asked for: hashing and compressing delays the start.
 */
@Lazy
@Component
final class Assets {
  private final Scripts scripts = new Scripts();
  private final Map<String, Asset> assets = new HashMap<>(scripts.assets());

  Assets() {
    assets.put(
        "app.css", Asset.read(MediaType.parseMediaType("text/css;charset=utf-8"), "/web/app.css"));
    assets.put("icon.svg", Asset.read(MediaType.parseMediaType("image/svg+xml"), "/ui/icon.svg"));
  }

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

  /**
   * Links that have a page load all that these parts begin with at once, rather than one after the
   * other as each tells of the next. Their addresses start with {@code {base}}.
   */
  String preloads(List<String> parts) {
    return scripts.startOf(parts).stream()
        .map(name -> "<link rel=\"modulepreload\" href=\"{base}assets/" + name + "\">")
        .collect(Collectors.joining("\n    "));
  }
}
