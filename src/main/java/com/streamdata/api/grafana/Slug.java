package com.streamdata.api.grafana;

import java.text.Normalizer;
import java.util.Locale;

/** A title as it stands in Grafana's addresses: {@code plant-a} for "Plant A". */
final class Slug {
  private Slug() {}

  /** Small ASCII letters and digits joined by -; what has none of them is the dash alone. */
  static String of(String title) {
    String slug =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.isEmpty() ? "-" : slug;
  }
}
