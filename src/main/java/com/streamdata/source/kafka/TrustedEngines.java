package com.streamdata.source.kafka;

import com.streamdata.outbound.Trust;
import java.security.KeyStore;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka's client, which only takes the name of a class, encrypts with. Whose certificates are
 * believed, and that they are for the very broker, is not up to the client's own settings.
 */
public final class TrustedEngines implements SslEngineFactory {
  static final String TRUST = "streamdata.trust";

  private @Nullable Trust trust;

  @Override
  public void configure(Map<String, ?> settings) {
    trust = (Trust) settings.get(TRUST);
  }

  @Override
  public SSLEngine createClientSslEngine(String host, int port, String identification) {
    SSLEngine engine = Objects.requireNonNull(trust).context().createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  @Override
  public SSLEngine createServerSslEngine(String host, int port) {
    throw new UnsupportedOperationException("Nobody connects to us");
  }

  @Override
  public boolean shouldBeRebuilt(Map<String, Object> settings) {
    return false;
  }

  @Override
  public Set<String> reconfigurableConfigs() {
    return Set.of();
  }

  @Override
  public @Nullable KeyStore keystore() {
    return null;
  }

  @Override
  public @Nullable KeyStore truststore() {
    return null;
  }

  @Override
  public void close() {}
}
