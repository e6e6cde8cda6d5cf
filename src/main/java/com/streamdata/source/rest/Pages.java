package com.streamdata.source.rest;

import com.streamdata.outbound.HttpAnswer;
import com.streamdata.outbound.HttpLimits;
import com.streamdata.outbound.RefusedAddress;
import com.streamdata.outbound.WebAddress;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes from page to page. All of them together may be as large as one answer and take six times as
 * long; it stops at a page that was there before.
 */
final class Pages {
  private static final int ANSWERS = 6;
  private static final Pattern LINK =
      Pattern.compile("<([^<>]*)>((?:\\s*;\\s*[^,;\"]+(?:\"[^\"]*\")?)*)");
  private static final Pattern IS_NEXT =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*\"?(?:[^\"]*\\s)?next\\b");

  private final RestSettings settings;
  private final HttpLimits limits;
  private final MessageDigest digest = sha256();
  private final Set<String> seen = new HashSet<>();
  private final long start = System.nanoTime();
  private long bytes;
  private int count;

  Pages(RestSettings settings, HttpLimits limits) {
    this.settings = settings;
    this.limits = limits;
  }

  Optional<WebAddress> first() {
    Paging paging = settings.paging();
    return Optional.of(
        paging != null && paging.kind() == Paging.Kind.PAGE
            ? numbered(paging, paging.firstPage())
            : settings.address());
  }

  boolean isFirst() {
    return count == 0;
  }

  /** What the next page may be. */
  HttpLimits left() {
    Duration all = limits.time().multipliedBy(ANSWERS);
    Duration left = all.minusNanos(System.nanoTime() - start);
    Duration time = left.compareTo(limits.time()) < 0 ? left : limits.time();
    return new HttpLimits(limits.bytes() - bytes, time.isNegative() ? Duration.ZERO : time);
  }

  /** A page has come; whether it is a new one. */
  boolean came(HttpAnswer answer) {
    String hash = answer.body().hash();
    if (!seen.add(hash)) {
      return false;
    }
    count++;
    bytes += answer.body().size();
    digest.update(hash.getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  /** Of all pages so far. */
  String hash() {
    try {
      MessageDigest soFar = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(soFar.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The page after this one; empty when it was the last.
   *
   * @param rows how many there were in it
   */
  Optional<WebAddress> next(HttpAnswer raw, RestAnswer answer, long rows)
      throws FetchFailure, InterruptedException {
    Paging paging = settings.paging();
    if (paging == null || count >= paging.most()) {
      return Optional.empty();
    }
    return switch (paging.kind()) {
      case LINK -> linked(raw);
      case PAGE ->
          rows == 0 ? Optional.empty() : Optional.of(numbered(paging, paging.firstPage() + count));
      case CURSOR -> cursor(paging, answer);
    };
  }

  private WebAddress numbered(Paging paging, int page) {
    return settings.address().with(name(paging), Integer.toString(page));
  }

  private Optional<WebAddress> cursor(Paging paging, RestAnswer answer)
      throws FetchFailure, InterruptedException {
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    String path = paging.path() == null ? "" : paging.path();
    return answer.text(path).map(cursor -> settings.address().with(name(paging), cursor));
  }

  private static String name(Paging paging) {
    String parameter = paging.parameter();
    if (parameter == null) {
      throw new IllegalStateException("The parameter was checked");
    }
    return parameter;
  }

  /** Only on the same server: the headers go along. */
  private Optional<WebAddress> linked(HttpAnswer raw) throws FetchFailure {
    Optional<String> link = next(raw);
    if (link.isEmpty()) {
      return Optional.empty();
    }
    try {
      WebAddress next = raw.address().resolve(link.get());
      if (!next.origin().equals(settings.address().origin())) {
        throw new FetchFailure(
            Stage.REFUSED, "The link to the next page leads to another server: " + next.host());
      }
      return Optional.of(next);
    } catch (RefusedAddress e) {
      throw new FetchFailure(
          Stage.REFUSED, "The link to the next page leads to an address that " + e.getMessage());
    }
  }

  private static Optional<String> next(HttpAnswer raw) {
    for (String header : raw.headers().getOrDefault("link", List.of())) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (IS_NEXT.matcher(link.group(2)).find()) {
          return Optional.of(link.group(1));
        }
      }
    }
    return Optional.empty();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
