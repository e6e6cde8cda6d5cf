package com.streamdata.source.push;

import com.streamdata.error.AppException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that ends in a refusal when it is too large, also when it was small before it was
 * unpacked.
 */
final class CappedInput extends FilterInputStream {
  private final long most;
  private long count;

  CappedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    counted(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    counted(Math.max(read, 0));
    return read;
  }

  private void counted(int more) {
    count += more;
    if (count > most) {
      String message =
          "Send at most %d MiB of rows at once, or upload a file.".formatted(most >> 20);
      throw new AppException(PushErrors.TOO_LARGE, message);
    }
  }
}
