package com.streamdata.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.config.TemporaryFolder;
import com.streamdata.db.Database;
import com.streamdata.error.ErrorDetail;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.PropertyNamingStrategies;

/** Builds what every feature's resources rely on. */
@Configuration(proxyBeanMethods = false)
class HttpConfig {
  @Bean
  JsonMapperBuilderCustomizer snakeCase() {
    return builder ->
        builder
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addMixIn(ErrorDetail.class, WithoutNulls.class);
  }

  /** A wrong field has no line, a wrong row no field. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface WithoutNulls {}

  @Bean
  WebMvcConfigurer recordBodies() {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new RecordBody());
      }
    };
  }

  @Bean
  FilterRegistrationBean<HotAnswers> hotAnswers(
      Database database, InstantSource clock, MeterRegistry metrics) {
    FilterRegistrationBean<HotAnswers> registration =
        new FilterRegistrationBean<>(new HotAnswers(database, clock, metrics));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /**
   * Grafana's router ignores a slash at the end of an address, and its published page writes some.
   */
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> slashesAtTheEnd() {
    FilterRegistrationBean<UrlHandlerFilter> registration =
        new FilterRegistrationBean<>(
            UrlHandlerFilter.trailingSlashHandler("/api/**").wrapRequest().build());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  /** There is nothing in it; Tomcat would make one where nobody empties it. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> emptyDocumentRoot(
      TemporaryFolder temporary) throws IOException {
    File folder = temporary.folder("documents").toFile();
    return factory -> factory.setDocumentRoot(folder);
  }

  /**
   * What a connection keeps as long as it is open, which open pages do for hours: outside the heap,
   * where an answer is copied once less, and so much that one of usual size goes out in one write.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> leanConnections() {
    return factory ->
        factory.addConnectorCustomizers(connector -> {
          connector.setProperty("socket.directBuffer", "true");
          connector.setProperty("socket.appReadBufSize", "4096");
          connector.setProperty("socket.appWriteBufSize", "24576");
        });
  }
}
