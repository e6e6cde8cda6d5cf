package com.streamdata.api.grafana;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as clients ask for it; what is no number counts as not given.
 *
 * @param limit from 1
 * @param page from 1
 */
record GrafanaPage(int limit, int page) {
  static final int USUAL = 1_000;
  private static final int MOST = 5_000;

  static GrafanaPage of(@Nullable String limit, @Nullable String page) {
    return new GrafanaPage(Math.min(number(limit, USUAL), MOST), number(page, 1));
  }

  <T> List<T> of(List<T> all) {
    return all.stream().skip((page - 1L) * limit).limit(limit).toList();
  }

  private static int number(@Nullable String text, int otherwise) {
    boolean isNumber = text != null && text.matches("[1-9]\\d{0,8}");
    return isNumber ? Integer.parseInt(text) : otherwise;
  }
}
