package com.streamdata.source.sql;

import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.plugin.TlsSocketPlugin;
import org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin;

/**
 * Makes MariaDB's driver encrypt by {@link DriverTls}. Its own way would accept a certificate that
 * nobody knows if its server can prove to know the password. Found by its type, and made anew for
 * each connection.
 */
public final class MariaDbTls implements TlsSocketPlugin {
  static final String TYPE = "StreamData";

  private final DefaultTlsSocketPlugin usual = new DefaultTlsSocketPlugin();
  private String host = "";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public TrustManager[] getTrustManager(
      Configuration configuration, ExceptionFactory exceptions, HostAddress address) {
    host = address.host;
    return new TrustManager[0];
  }

  @Override
  public KeyManager @Nullable [] getKeyManager(
      Configuration configuration, ExceptionFactory exceptions) throws SQLException {
    return null;
  }

  /** The driver itself knows no more than the address by now. */
  @Override
  public SSLSocket createSocket(Socket connected, SSLSocketFactory theirs) throws IOException {
    return (SSLSocket) new DriverTls().createSocket(connected, host, connected.getPort(), true);
  }

  /** Once more, after the handshake has done it. */
  @Override
  public void verify(String name, SSLSession session, long thread) throws SSLException {
    usual.verify(name, session, thread);
  }
}
