package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description of the API is what the server says of itself. */
class ApiDescriptionTest {
  private static final Path COMMITTED = Path.of("docs/openapi.json");

  /** {@code mvn test -Dtest=ApiDescriptionTest -Dformat=apply} writes what the server says. */
  @Test
  void committedDescriptionIsTheServersOwn() throws Exception {
    JsonMapper json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    String described;
    try (TestServer server = TestServer.start()) {
      JsonNode own = server.anonymous().get("/openapi").expect(200).json();
      described = json.writeValueAsString(json.treeToValue(own, Object.class)) + "\n";
    }

    if ("apply".equals(System.getProperty("format"))) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, described);
    }
    assertThat(Files.readString(COMMITTED)).isEqualTo(described);
  }
}
