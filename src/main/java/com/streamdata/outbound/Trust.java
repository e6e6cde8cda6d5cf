package com.streamdata.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Whose certificates are believed: those of the authorities that the JDK trusts, and what the
 * administrator names. The same for web servers, databases and brokers, and there is no way around
 * it. Read when somebody encrypts for the first time.
 */
@Component
public final class Trust {
  private static final String PLAIN_ANSWER = "Unsupported or unrecognized SSL message";
  private static final String HUNG_UP = "Remote host terminated the handshake";

  private final Supplier<Believed> believed;

  public Trust(OutboundConfig config) {
    this.believed =
        SingletonSupplier.of(
            () -> Believed.besidesTheUsual(certificates(config.trustedCertificates())));
  }

  private static List<X509Certificate> certificates(@Nullable Path file) {
    try {
      return file == null ? List.of() : PemFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Believed(X509ExtendedTrustManager manager, SSLContext context) {
    static Believed besidesTheUsual(List<X509Certificate> own) {
      try {
        X509ExtendedTrustManager usual = manager(null);
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (X509Certificate each :
            Stream.concat(Stream.of(usual.getAcceptedIssuers()), own.stream()).toList()) {
          all.setCertificateEntry("trusted-" + number++, each);
        }
        X509ExtendedTrustManager manager =
            new ExplainingTrust(own.isEmpty() ? usual : manager(all));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, null);
        return new Believed(manager, context);
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException("The certificates to trust cannot be read", e);
      }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore trusted)
        throws GeneralSecurityException {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
  }

  /** Checks certificates; the name in them only where it is told to. */
  public SSLContext context() {
    return believed.get().context();
  }

  public X509ExtendedTrustManager manager() {
    return believed.get().manager();
  }

  /** Encrypts sockets that are connected, and checks that the certificate is for that host. */
  public SSLSocketFactory sockets() {
    return new CheckedTls(context().getSocketFactory());
  }

  /** What made an encrypted connection fail, in words that end no sentence. */
  public static String words(SSLException failure) {
    List<Throwable> causes =
        Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(20)
            .toList();
    String known =
        causes.stream()
            .filter(RefusedCertificate.class::isInstance)
            .map(Throwable::getMessage)
            .findFirst()
            .orElse(null);
    if (known != null) {
      return known;
    }
    Throwable last = causes.getLast();
    String message = Objects.requireNonNullElse(last.getMessage(), last.getClass().getSimpleName());
    boolean plain =
        causes.stream()
            .map(cause -> String.valueOf(cause.getMessage()))
            .anyMatch(text -> text.contains(PLAIN_ANSWER) || text.contains(HUNG_UP));
    return plain ? "it seems to speak without encryption (TLS) at this port" : message;
  }
}
