package com.streamdata.http;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that keep a browser from doing more with an answer than it should. */
public final class SecurityHeaders {
  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /**
   * What our own pages need: everything from this server, styles of charts' tooltips as attributes.
   */
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
          + " base-uri 'none'; object-src 'none'; frame-ancestors ";

  private SecurityHeaders() {}

  /**
   * For answers that are data: nothing in them is ever run or shown as a page. Written when the
   * answer is sent; one that has made itself a page stays one.
   */
  public static void ofData(HttpServletResponse response) {
    general(response);
    if (!response.containsHeader("Content-Security-Policy")) {
      response.setHeader("Content-Security-Policy", NOTHING);
    }
  }

  /** For answers of which nobody in between, and no browser, keeps a copy unless they say so. */
  public static void notKept(HttpServletResponse response) {
    if (!response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", "no-store");
    }
  }

  /** For our pages. */
  public static void ofPage(HttpServletResponse response) {
    general(response);
    response.setHeader("Content-Security-Policy", PAGE + "'none'");
  }

  /** For our pages that may also be shown within those of other sites. */
  public static void ofFramedPage(HttpServletResponse response) {
    general(response);
    response.setHeader("Content-Security-Policy", PAGE + "*");
  }

  private static void general(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  }
}
