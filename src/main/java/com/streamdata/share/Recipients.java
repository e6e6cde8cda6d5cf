package com.streamdata.share;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import com.streamdata.mail.EmailAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Who is sent a link: at most 100 different addresses.
 *
 * <p>The published page calls {@code email} a string and shows a list: both are read.
 */
record Recipients(List<EmailAddress> addresses) {
  private static final int MOST = 100;

  Recipients {
    addresses = List.copyOf(addresses);
  }

  @JsonCreator
  static Recipients of(JsonNode node) {
    if (node.isString()) {
      return new Recipients(List.of(EmailAddress.of(node.stringValue())));
    }
    Checks.require(node.isArray(), "", "must be a list of e-mail addresses");
    Checks.require(node.size() <= MOST, "", "must have at most 100 addresses");
    Checks checks = new Checks();
    List<EmailAddress> addresses = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < node.size(); i++) {
      read(node.get(i), "[" + i + "]", addresses, seen, checks);
    }
    checks.done();
    return new Recipients(addresses);
  }

  private static void read(
      JsonNode node, String place, List<EmailAddress> addresses, Set<String> seen, Checks checks) {
    if (!node.isString()) {
      checks.add(ErrorDetail.field(place, "must be a string"));
      return;
    }
    try {
      EmailAddress address = EmailAddress.of(node.stringValue());
      checks.that(seen.add(address.folded()), place, "is in the list already");
      addresses.add(address);
    } catch (AppException wrong) {
      wrong.details().forEach(detail -> checks.add(detail.under(place)));
    }
  }
}
