package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description of the API, which the server shows, is what its code says. */
class ApiDescriptionTest {
  private static final Path COMMITTED = Path.of("docs/openapi.json");

  /** {@code mvn test -Dtest=ApiDescriptionTest -Dformat=apply} writes what the code says. */
  @Test
  void committedDescriptionIsThatOfTheCode() throws Exception {
    JsonMapper json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    System.setProperty(ApiDescription.SWITCH, "true");
    String described;
    try (TestServer server = TestServer.start()) {
      JsonNode own = server.admin().get("/described").expect(200).json();
      described = json.writeValueAsString(json.treeToValue(own, Object.class)) + "\n";
    } finally {
      System.clearProperty(ApiDescription.SWITCH);
    }

    if ("apply".equals(System.getProperty("format"))) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, described);
    }
    assertThat(Files.readString(COMMITTED)).isEqualTo(described);
  }
}
