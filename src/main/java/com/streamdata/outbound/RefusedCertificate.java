package com.streamdata.outbound;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server's certificate is not believed. The message says why, and what can be done. */
final class RefusedCertificate extends CertificateException {
  private static final int MOST_NAMES = 5;
  private static final int LONGEST_NAME = 100;

  private RefusedCertificate(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says in words what the JDK found wrong with the certificates of a host. */
  static RefusedCertificate of(CertificateException found, X509Certificate[] chain, String host) {
    for (X509Certificate certificate : chain) {
      try {
        certificate.checkValidity();
      } catch (CertificateExpiredException e) {
        return new RefusedCertificate(
            whose(certificate, chain, host) + " expired on " + day(certificate.getNotAfter()), e);
      } catch (CertificateNotYetValidException e) {
        return new RefusedCertificate(
            whose(certificate, chain, host)
                + " is valid from "
                + day(certificate.getNotBefore())
                + " on only; one of the two clocks may be wrong",
            e);
      }
    }
    boolean unknown = causes(found).anyMatch(cause -> cause instanceof CertPathBuilderException);
    return new RefusedCertificate(
        unknown ? stranger(chain, host) : otherwise(found, chain, host), found);
  }

  private static String whose(X509Certificate one, X509Certificate[] chain, String host) {
    return one.equals(chain[0])
        ? "the certificate of " + host
        : "the authority behind the certificate of " + host;
  }

  private static String stranger(X509Certificate[] chain, String host) {
    X509Certificate last = chain[chain.length - 1];
    boolean own = chain[0].getIssuerX500Principal().equals(chain[0].getSubjectX500Principal());
    String by = own ? "itself" : "“" + shown(last.getIssuerX500Principal().getName()) + "”";
    return "the certificate of "
        + host
        + " is signed by "
        + by
        + ", which this server does not trust; if it should, an administrator can give it the"
        + " certificate (STREAMDATA_TRUSTED_CERTIFICATES)";
  }

  private static String otherwise(
      CertificateException found, X509Certificate[] chain, String host) {
    List<String> names = names(chain[0]);
    boolean otherName = causes(found).allMatch(cause -> cause.getClass() == found.getClass());
    if (otherName && !names.isEmpty()) {
      return "the certificate is not for "
          + host
          + ", but for "
          + String.join(", ", names)
          + "; enter the name that it is for, or have one made for this name";
    }
    return "the certificate of " + host + " is not accepted: " + shown(innermost(found));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of(shown(certificate.getSubjectX500Principal().getName()))
          : names.stream()
              .map(name -> name.get(1))
              .filter(String.class::isInstance)
              .map(name -> shown((String) name))
              .limit(MOST_NAMES)
              .toList();
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  /** What a stranger wrote. */
  private static String shown(String text) {
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(LONGEST_NAME)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String innermost(Throwable found) {
    Throwable last = causes(found).reduce(found, (_, next) -> next);
    return Objects.requireNonNullElse(last.getMessage(), last.getClass().getSimpleName());
  }

  private static Stream<Throwable> causes(Throwable found) {
    return Stream.iterate(found, Objects::nonNull, Throwable::getCause).limit(20);
  }

  private static String day(Date date) {
    return Instant.ofEpochMilli(date.getTime()).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
