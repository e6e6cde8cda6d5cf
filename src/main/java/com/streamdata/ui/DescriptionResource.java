package com.streamdata.ui;

import com.streamdata.error.AppException;
import com.streamdata.http.HttpErrors;
import com.streamdata.http.SecurityHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the API can do, for programs and, as a page to read and to try, for people. */
@RestController
final class DescriptionResource {
  private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/" + version() + "/";

  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "ui/docs/index.html",
          "start.js", "ui/docs/start.js",
          "swagger-ui-bundle.js", SWAGGER + "swagger-ui-bundle.js",
          "swagger-ui.css", SWAGGER + "swagger-ui.css",
          "favicon-32x32.png", SWAGGER + "favicon-32x32.png");

  /** OpenAPI 3.1, made of the code by a test that also keeps it so. */
  @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Resource> description() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource("openapi.json"));
  }

  /** The page's addresses are relative to a folder. */
  @GetMapping("/docs")
  ResponseEntity<Void> folder() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("docs/")).build();
  }

  @GetMapping({"/docs/", "/docs/{name}"})
  ResponseEntity<Resource> page(
      @PathVariable(required = false) @Nullable String name, HttpServletResponse response) {
    String path = FILES.get(Objects.requireNonNullElse(name, "index.html"));
    if (path == null) {
      throw new AppException(HttpErrors.NO_SUCH_ADDRESS, "There is no such page.");
    }
    SecurityHeaders.ofPage(response);
    return ResponseEntity.ok()
        .contentType(MediaTypeFactory.getMediaType(path).orElseThrow())
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource(path));
  }

  /** As the library says it of itself: the folder of its files has it in its name. */
  private static String version() {
    try (InputStream in =
        new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties")
            .getInputStream()) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
