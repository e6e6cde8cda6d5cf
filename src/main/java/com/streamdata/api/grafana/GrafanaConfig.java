package com.streamdata.api.grafana;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What Grafana's addresses have in common: their JSON. */
@Configuration(proxyBeanMethods = false)
class GrafanaConfig {
  @Bean
  WebMvcConfigurer grafanaAnswers() {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new Answers());
      }
    };
  }

  /** Writes this package's records, and lists of them. Bodies are read where they are wanted. */
  private static final class Answers implements GenericHttpMessageConverter<Object> {
    @Override
    public boolean canWrite(@Nullable Type type, Class<?> raw, @Nullable MediaType mediaType) {
      return isOurs(raw)
          || (type instanceof ParameterizedType list
              && Arrays.stream(list.getActualTypeArguments())
                  .anyMatch(each -> each instanceof Class<?> element && isOurs(element)));
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
      return isOurs(type);
    }

    private static boolean isOurs(Class<?> type) {
      return type.getPackage() == GrafanaConfig.class.getPackage();
    }

    @Override
    public void write(
        Object value, @Nullable Type type, @Nullable MediaType mediaType, HttpOutputMessage message)
        throws IOException {
      write(value, mediaType, message);
    }

    @Override
    public void write(Object value, @Nullable MediaType mediaType, HttpOutputMessage message)
        throws IOException {
      byte[] body = GrafanaJson.bytes(value);
      message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
      message.getHeaders().setContentLength(body.length);
      message.getBody().write(body);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
      return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> contextClass, @Nullable MediaType media) {
      return false;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
      return false;
    }

    @Override
    public Object read(Type type, @Nullable Class<?> contextClass, HttpInputMessage message) {
      throw new IllegalStateException("Only writes");
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) {
      throw new IllegalStateException("Only writes");
    }
  }
}
