package com.streamdata.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;

/** A file that pages load, kept in memory plain and compressed. */
final class Asset {
  private static final int BYTES_OF_VERSION = 8;

  private final MediaType type;
  private final byte[] plain;
  private final byte[] gzip;
  private final String version;

  private Asset(MediaType type, byte[] plain) {
    this.type = type;
    this.plain = plain;
    this.gzip = compress(plain);
    this.version = versionOf(plain);
  }

  /** Reads a file of the class path; it is part of the build, so it must be there. */
  static Asset read(MediaType type, String path) {
    try (InputStream in = Asset.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing; build with Maven, which bundles it");
      }
      return new Asset(type, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MediaType type() {
    return type;
  }

  /** Changes with the bytes; an answer to an address that holds it never ages. */
  String version() {
    return version;
  }

  byte[] plain() {
    return plain;
  }

  byte[] gzip() {
    return gzip;
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream gzip = new BestGzip(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String versionOf(byte[] plain) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES_OF_VERSION));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compressed once and sent often: worth the smallest size. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
