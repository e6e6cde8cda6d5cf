package com.streamdata.source.rest;

import com.streamdata.source.fetch.SourceSettings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets in addresses and bodies: values of parameters and of JSON's members that are called like
 * one, or look like nothing a person would write.
 */
final class NamedSecrets {
  private static final Pattern PLACES =
      Pattern.compile(
          "(?:^|(?<=[?&]))(?<name>[^=&?#\\s\"{}]+)=(?<value>[^&#\\s]*)"
              + "|\"(?<member>[^\"\\\\]+)\"\\s*:\\s*\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(?:key|token|secret|passw|passphrase|pwd|signature|credential|auth|appid|session)"
              + ".*|sig|sign|code|pin|jwt");
  private static final Pattern RANDOM =
      Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9._~+/=-]{20,}");

  private NamedSecrets() {}

  /** The text with stars for each secret. */
  static String hide(String text) {
    return PLACES
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(isSecret(place) ? starred(place) : place.group()));
  }

  static boolean isHidden(String text) {
    return PLACES.matcher(text).results().anyMatch(NamedSecrets::isStars);
  }

  /** The text where stars are what stood there before; stars that nothing stood behind stay. */
  static String keep(String text, String before) {
    Map<String, String> known = new HashMap<>();
    PLACES
        .matcher(before)
        .results()
        .forEach(place -> known.putIfAbsent(name(place), place.group()));
    return PLACES
        .matcher(text)
        .replaceAll(place ->
            Matcher.quoteReplacement(
                isStars(place) ? known.getOrDefault(name(place), place.group()) : place.group()));
  }

  /** The values themselves, as they stand there and decoded. */
  static List<String> of(String text) {
    return PLACES
        .matcher(text)
        .results()
        .filter(NamedSecrets::isSecret)
        .map(NamedSecrets::value)
        .<String>mapMulti((value, all) -> {
          all.accept(value);
          all.accept(decoded(value));
        })
        .distinct()
        .toList();
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return value;
    }
  }

  private static boolean isSecret(MatchResult place) {
    return !value(place).isEmpty()
        && (NAME.matcher(name(place)).matches() || RANDOM.matcher(value(place)).matches());
  }

  private static boolean isStars(MatchResult place) {
    return value(place).equals(SourceSettings.HIDDEN);
  }

  private static String starred(MatchResult place) {
    String text = place.group();
    int start =
        (place.group("name") == null ? place.start("text") : place.start("value")) - place.start();
    return text.substring(0, start)
        + SourceSettings.HIDDEN
        + text.substring(start + value(place).length());
  }

  private static String name(MatchResult place) {
    return place.group("name") == null ? place.group("member") : place.group("name");
  }

  private static String value(MatchResult place) {
    return place.group("name") == null ? place.group("text") : place.group("value");
  }
}
