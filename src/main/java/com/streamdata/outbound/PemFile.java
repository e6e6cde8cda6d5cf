package com.streamdata.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;

/** A text file of certificates, each between its BEGIN and END. */
final class PemFile {
  private static final int LARGEST = 4 << 20;
  private static final Pattern SOMETHING_ELSE =
      Pattern.compile("-----BEGIN (?!CERTIFICATE-----|TRUSTED CERTIFICATE-----)([A-Z0-9 ]{1,40})");

  private PemFile() {}

  /**
   * The certificates, at least one.
   *
   * @throws IOException saying what is wrong with the file, as an ending of “STREAMDATA_… ”
   */
  static List<X509Certificate> read(Path file) throws IOException {
    byte[] bytes = bytes(file);
    var other = SOMETHING_ELSE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (other.find()) {
      throw new IOException(
          "must name a file of certificates only; this one has a " + other.group(1) + ": " + file);
    }
    try {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (CertificateException | ClassCastException _) {
      // It is said below.
    }
    throw new IOException(
        "must name a file with certificates between -----BEGIN CERTIFICATE----- and"
            + " -----END CERTIFICATE-----; this is none: "
            + file);
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      if (Files.size(file) <= LARGEST) {
        return Files.readAllBytes(file);
      }
    } catch (IOException _) {
      throw new IOException("must name a file that can be read; this cannot: " + file);
    }
    throw new IOException("must name a file of at most 4 MiB; this is larger: " + file);
  }
}
