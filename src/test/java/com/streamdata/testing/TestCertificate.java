package com.streamdata.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody trusts who is not told to, with its key. */
public final class TestCertificate {
  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "server";
  private static final String AUTHORITY = "authority";

  private final KeyStore keys;

  private TestCertificate(KeyStore keys) {
    this.keys = keys;
  }

  /**
   * Makes one that is signed by itself.
   *
   * @param name whom it is for, such as {@code ip:127.0.0.1} or {@code dns:example.com}
   */
  public static TestCertificate of(String name) {
    return with(empty(), ALIAS, "-ext", "san=" + name);
  }

  /** Makes one that signs others. */
  public static TestCertificate authority() {
    return with(empty(), AUTHORITY, "-ext", "bc:c=ca:true");
  }

  /** Makes one that is signed by this authority. */
  public TestCertificate issue(String name) {
    return with(keys, ALIAS, "-signer", AUTHORITY, "-ext", "san=" + name);
  }

  /** Makes one that was good until some days ago. */
  public TestCertificate issueExpired(String name) {
    return with(
        keys,
        ALIAS,
        "-signer",
        AUTHORITY,
        "-ext",
        "san=" + name,
        "-startdate",
        "-20d",
        "-validity",
        "10");
  }

  /** Shows the certificate, and trusts it. */
  public SSLContext context() {
    try {
      return context(keys);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate in PEM form, with those of who signed it. */
  public String pem() {
    try {
      StringBuilder pem = new StringBuilder();
      for (Certificate each : keys.getCertificateChain(alias())) {
        pem.append(pem("CERTIFICATE", each.getEncoded()));
      }
      return pem.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The private key in PEM form. */
  public String keyPem() {
    try {
      return pem("PRIVATE KEY", keys.getKey(alias(), PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes {@code server.pem} and {@code server.key}, as servers like to have them. */
  public void writeTo(Path folder) {
    try {
      Path key = folder.resolve("server.key");
      Files.deleteIfExists(key);
      Files.createFile(
          key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(key, keyPem());
      Files.writeString(folder.resolve("server.pem"), pem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(String what, byte[] bytes) {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }

  private String alias() throws GeneralSecurityException {
    return keys.containsAlias(ALIAS) ? ALIAS : AUTHORITY;
  }

  private static KeyStore empty() {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      return keys;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestCertificate with(KeyStore others, String alias, String... more) {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path file = folder.resolve("keys.p12");
      try {
        if (others.size() > 0) {
          try (OutputStream out = Files.newOutputStream(file)) {
            others.store(out, PASSWORD.toCharArray());
          }
        }
        keytool(file, alias, more);
        KeyStore keys = empty();
        try (InputStream in = Files.newInputStream(file)) {
          keys.load(in, PASSWORD.toCharArray());
        }
        return new TestCertificate(keys);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path file, String alias, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=test " + alias,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
    command.addAll(List.of(more));
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    made.getInputStream().transferTo(said);
    if (made.onExit().join().exitValue() != 0) {
      throw new IOException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException, IOException {
    KeyStore shown = empty();
    String alias = keys.containsAlias(ALIAS) ? ALIAS : AUTHORITY;
    shown.setKeyEntry(
        alias,
        keys.getKey(alias, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        keys.getCertificateChain(alias));
    KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    mine.init(shown, PASSWORD.toCharArray());
    KeyStore others = KeyStore.getInstance(KeyStore.getDefaultType());
    others.load(null, null);
    others.setCertificateEntry("test", shown.getCertificate(alias));
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(others);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
