package com.streamdata.source.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import java.util.Locale;

/** How the connection to a broker is secured. In lower case on the wire. */
enum Security {
  PLAINTEXT("PLAINTEXT"),
  TLS("SSL"),
  SASL_PLAINTEXT("SASL_PLAINTEXT"),
  SASL_TLS("SASL_SSL");

  private final String protocol;

  Security(String protocol) {
    this.protocol = protocol;
  }

  @JsonCreator
  static Security of(String name) {
    for (Security security : values()) {
      if (security.wireName().equals(name)) {
        return security;
      }
    }
    throw Checks.invalid("", "must be plaintext, tls, sasl_plaintext or sasl_tls");
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Kafka's own name. */
  String protocol() {
    return protocol;
  }

  boolean isEncrypted() {
    return this == TLS || this == SASL_TLS;
  }

  boolean hasUser() {
    return this == SASL_PLAINTEXT || this == SASL_TLS;
  }
}
