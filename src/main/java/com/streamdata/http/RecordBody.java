package com.streamdata.http;

import com.streamdata.error.AppException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/** Reads a request's JSON body into one of our records, see {@link RecordReader}. */
final class RecordBody implements HttpMessageConverter<Object> {
  static final int MOST_BYTES = 1024 * 1024;

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return type.isRecord()
        && type.getName().startsWith("com.streamdata.")
        && mediaType != null
        && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType);
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.APPLICATION_JSON);
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) throws IOException {
    return RecordReader.read(bytes(message), type);
  }

  private static byte[] bytes(HttpInputMessage message) throws IOException {
    byte[] body = message.getBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new AppException(HttpErrors.TOO_LARGE, "A JSON body has at most 1 MiB.");
    }
    return body;
  }

  @Override
  public void write(Object value, @Nullable MediaType mediaType, HttpOutputMessage message) {
    throw new IllegalStateException("Only reads");
  }
}
