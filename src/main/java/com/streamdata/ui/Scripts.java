package com.streamdata.ui;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/**
 * The scripts of the build. esbuild splits them: one that pages begin with, one for every part that
 * is loaded when it is needed, and what several of these share. All but the first have a hash of
 * their bytes in their names.
 */
final class Scripts {
  /** What pages begin with. */
  static final String FIRST = "app.js";

  private static final MediaType TYPE = MediaType.parseMediaType("text/javascript;charset=utf-8");
  private static final Pattern LOADED =
      Pattern.compile("\\b(?:from|import)(?<later>\\(?)\"\\./(?<name>[\\w-]+\\.js)\"");
  private static final Pattern HASH = Pattern.compile("-[A-Z0-9]{8}\\.js$");

  private final Map<String, Asset> scripts = new HashMap<>();

  /** For each the names of those without which it does not start. */
  private final Map<String, List<String>> needs = new HashMap<>();

  Scripts() {
    read(FIRST);
  }

  /** Every one by its name. */
  Map<String, Asset> assets() {
    return scripts;
  }

  /**
   * Names of all that has to be loaded until these parts start.
   *
   * @param parts names of files in TypeScript without their ends, such as {@code share-page}
   */
  Set<String> startOf(List<String> parts) {
    Set<String> start = new LinkedHashSet<>();
    addNeeds(FIRST, start);
    parts.forEach(part -> add(nameOf(part), start));
    return start;
  }

  /** Whether other bytes would have another name. */
  static boolean isNamedByItsBytes(String name) {
    return HASH.matcher(name).find();
  }

  private void add(String name, Set<String> start) {
    if (start.add(name)) {
      addNeeds(name, start);
    }
  }

  private void addNeeds(String name, Set<String> start) {
    needs.getOrDefault(name, List.of()).forEach(need -> add(need, start));
  }

  private String nameOf(String part) {
    return scripts.keySet().stream()
        .filter(name -> HASH.matcher(name).replaceFirst("").equals(part))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("No script is loaded for " + part));
  }

  private void read(String name) {
    if (scripts.containsKey(name)) {
      return;
    }
    Asset asset = Asset.read(TYPE, "/web/" + name);
    List<MatchResult> loaded =
        LOADED.matcher(new String(asset.plain(), StandardCharsets.UTF_8)).results().toList();
    scripts.put(name, asset);
    needs.put(
        name,
        loaded.stream()
            .filter(load -> load.group("later").isEmpty())
            .map(load -> load.group("name"))
            .toList());
    loaded.forEach(load -> read(load.group("name")));
  }
}
