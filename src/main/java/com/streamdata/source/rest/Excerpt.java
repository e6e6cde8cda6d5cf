package com.streamdata.source.rest;

import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.SourceSettings;
import com.streamdata.source.fetch.Stage;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be shown of an answer: APIs like to repeat what they were sent. */
final class Excerpt {
  private static final int SHORTEST = 3;

  private final List<String> secrets;

  Excerpt(RestSettings settings) {
    secrets =
        settings.secrets().stream()
            .flatMap(Excerpt::parts)
            .flatMap(Excerpt::forms)
            .filter(secret -> secret.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  FetchFailure failure(Stage stage, String message) {
    return new FetchFailure(stage, mask(message));
  }

  /** A failure that shows how the answer begins. */
  FetchFailure failure(Stage stage, String message, byte[] start, @Nullable String charset) {
    String text = new String(start, charset(charset)).strip();
    return new FetchFailure(stage, mask(message), text.isEmpty() ? null : mask(text));
  }

  private String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, SourceSettings.HIDDEN);
    }
    return masked;
  }

  /** {@code Bearer abc} as a whole and {@code abc}; user and password of {@code Basic …}. */
  private static Stream<String> parts(String secret) {
    int blank = secret.indexOf(' ');
    if (blank < 0 || blank > 20) {
      return Stream.of(secret);
    }
    String rest = secret.substring(blank + 1).strip();
    if (!secret.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Stream.of(secret, rest);
    }
    String signIn = decoded(rest);
    return Stream.of(secret, rest, signIn, signIn.substring(signIn.indexOf(':') + 1));
  }

  private static Stream<String> forms(String secret) {
    String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    return Stream.of(
        secret,
        escaped,
        escaped.replace("/", "\\/").replace("\n", "\\n"),
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return base64;
    }
  }

  private static Charset charset(@Nullable String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException _) {
      return StandardCharsets.UTF_8;
    }
  }
}
