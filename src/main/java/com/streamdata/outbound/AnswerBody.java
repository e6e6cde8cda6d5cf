package com.streamdata.outbound;

import com.streamdata.config.TemporaryFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A body that has come whole: in memory while it is small, then in a file that goes when this is
 * closed.
 */
public final class AnswerBody implements AutoCloseable {
  private static final int MOST_IN_MEMORY = 256 << 10;
  private static final int BLOCK = 16 << 10;
  static final int START = 4 << 10;

  private final TemporaryFolder temporary;
  private final ByteArrayOutputStream start = new ByteArrayOutputStream();
  private final MessageDigest digest = sha256();
  private @Nullable Path file;
  private @Nullable OutputStream out;
  private long size;
  private String hash = "";

  AnswerBody(TemporaryFolder temporary) {
    this.temporary = temporary;
  }

  /** Reads to the end, or to {@code most} bytes and a failure. Whoever made it closes it. */
  void read(InputStream in, long most) throws IOException {
    byte[] block = new byte[BLOCK];
    try {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        size += read;
        if (size > most) {
          throw new TooLarge();
        }
        keep(block, read);
      }
      hash = HexFormat.of().formatHex(digest.digest());
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  private void keep(byte[] block, int length) throws IOException {
    digest.update(block, 0, length);
    if (out == null && start.size() + length > MOST_IN_MEMORY) {
      Path made = temporary.newFile("answer");
      file = made;
      out = Files.newOutputStream(made);
      start.writeTo(out);
    }
    if (out == null) {
      start.write(block, 0, length);
    } else {
      out.write(block, 0, length);
    }
  }

  public long size() {
    return size;
  }

  /** SHA-256 in hexadecimal digits. */
  public String hash() {
    return hash;
  }

  /** The first bytes, 4 KiB at most. */
  public byte[] start() {
    return Arrays.copyOf(start.toByteArray(), Math.min(start.size(), START));
  }

  public InputStream open() throws IOException {
    return file == null
        ? new ByteArrayInputStream(start.toByteArray())
        : Files.newInputStream(file);
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The body goes on where it should have ended. */
  static final class TooLarge extends IOException {}
}
