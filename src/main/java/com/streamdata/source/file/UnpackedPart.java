package com.streamdata.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a part of a workbook unpacks to, as long as it stays in proportion: a zip of a megabyte can
 * unpack to a gigabyte, and one tag can be as long.
 */
final class UnpackedPart extends FilterInputStream {
  private static final long MOST_BYTES = 4L << 30;
  private static final long ALWAYS_READ = 16L << 20;
  private static final int HIGHEST_RATIO = 200;
  private static final int LONGEST_TAG = 1 << 20;

  private final long most;
  private long read;
  private int sinceTag;

  /**
   * @param packed bytes that it takes in the file
   */
  UnpackedPart(InputStream unpacking, long packed) {
    super(unpacking);
    most = Math.min(MOST_BYTES, Math.max(ALWAYS_READ, packed * HIGHEST_RATIO));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    for (int i = offset; i < offset + count; i++) {
      sinceTag = into[i] == '<' ? 0 : sinceTag + 1;
      if (sinceTag > LONGEST_TAG) {
        throw new PartTooLarge("The workbook has a tag or a text of more than a megabyte.");
      }
    }
    read += Math.max(0, count);
    if (read > most) {
      throw new PartTooLarge(
          "The workbook unpacks to much more than a workbook of its size does; save it as CSV.");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
