package com.streamdata.outbound;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Decides as the JDK does, and says why in words. */
final class ExplainingTrust extends X509ExtendedTrustManager {
  private static final String SOMEBODY = "the host";

  private final X509ExtendedTrustManager deciding;

  ExplainingTrust(X509ExtendedTrustManager deciding) {
    this.deciding = deciding;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    try {
      deciding.checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      String host = socket instanceof SSLSocket tls ? host(tls.getHandshakeSession()) : SOMEBODY;
      throw RefusedCertificate.of(e, chain, host);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    try {
      deciding.checkServerTrusted(chain, type, engine);
    } catch (CertificateException e) {
      throw RefusedCertificate.of(e, chain, host(engine.getHandshakeSession()));
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    try {
      deciding.checkServerTrusted(chain, type);
    } catch (CertificateException e) {
      throw RefusedCertificate.of(e, chain, SOMEBODY);
    }
  }

  private static String host(@Nullable SSLSession session) {
    return session == null || session.getPeerHost() == null ? SOMEBODY : session.getPeerHost();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    deciding.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    deciding.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    deciding.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return deciding.getAcceptedIssuers();
  }
}
