package com.streamdata.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public final class TestAnswer {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpResponse<byte[]> response;

  TestAnswer(HttpResponse<byte[]> response) {
    this.response = response;
  }

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return response.body();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** All of this name, in their order. */
  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  /** Of what was made or asked for. */
  public String id() {
    return json().path("id").asString();
  }

  public JsonNode json() {
    return JSON.readTree(response.body());
  }

  /** Fails with the whole answer when the status is another one. */
  public TestAnswer expect(int status) {
    assertThat(status()).as(text()).isEqualTo(status);
    return this;
  }

  /** Expects a problem document and returns this. */
  public TestAnswer expectProblem(int status, String code) {
    expect(status);
    assertThat(header("Content-Type")).hasValue("application/problem+json");
    assertThat(json().path("code").asString()).as(text()).isEqualTo(code);
    assertThat(json().path("status").asInt()).isEqualTo(status);
    return this;
  }

  /** The fields that a problem document names as wrong, in its order. */
  public List<String> wrongFields() {
    List<String> fields = new ArrayList<>();
    json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
    return fields;
  }
}
