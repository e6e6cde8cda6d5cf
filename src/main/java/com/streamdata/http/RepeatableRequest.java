package com.streamdata.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** A request whose body was read already and can be read once more. */
public final class RepeatableRequest extends HttpServletRequestWrapper {
  private final byte[] body;

  public RepeatableRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body.clone();
  }

  public byte[] body() {
    return body.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return bytes.read(into, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(@Nullable ReadListener listener) {
        throw new IllegalStateException("The body was read already");
      }
    };
  }
}
