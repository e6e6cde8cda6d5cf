package com.streamdata.api.grafana;

import com.streamdata.http.HotAnswers;
import com.streamdata.share.PublicVisits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** Lets what a visitor was answered be given again to the same visitor. */
final class Again {
  private Again() {}

  /** As long as the visitor would be let in and {@code fresh} holds. */
  static void offer(HttpServletRequest request, PublicVisits.Visit visit, BooleanSupplier fresh) {
    HotAnswers.offer(request, fresh);
    if (visit.until() != null) {
      HotAnswers.endAt(request, visit.until());
    }
  }

  /** Browsers keep nothing for which holding the token was not enough. */
  static String cacheControl(PublicVisits.Visit visit) {
    return visit.isProtected() ? "private, no-store" : "private, no-cache";
  }
}
