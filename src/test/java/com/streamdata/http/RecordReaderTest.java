package com.streamdata.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.streamdata.access.Role;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send, right and wrong. */
class RecordReaderTest {
  record Leaf(String name, @Nullable Integer size) {
    Leaf {
      Checks.require(!name.isBlank(), "name", "must not be blank");
    }
  }

  record Tree(
      String title,
      long bigNumber,
      boolean evergreen,
      @Nullable Role role,
      @Nullable List<Leaf> leaves,
      @Nullable Leaf top,
      @Nullable Change<String> note) {}

  @Test
  void wholeBodyIsRead() {
    Tree tree =
        read(
            """
            {"title": "Öl", "big_number": 9223372036854775807, "evergreen": false, "role": "editor",
             "leaves": [{"name": "a", "size": 1}, {"name": "b"}], "top": null, "note": null}
            """);

    assertThat(tree)
        .isEqualTo(
            new Tree(
                "Öl",
                Long.MAX_VALUE,
                false,
                Role.EDITOR,
                List.of(new Leaf("a", 1), new Leaf("b", null)),
                null,
                new Change<>(null)));
  }

  @Test
  void absentIsNotTheSameAsTakenAway() {
    String start = "{\"title\": \"t\", \"big_number\": 1, \"evergreen\": true";

    assertThat(read(start + "}").note()).isNull();
    assertThat(read(start + ", \"note\": null}").note()).isEqualTo(new Change<>(null));
    assertThat(read(start + ", \"note\": \"n\"}").note()).isEqualTo(new Change<>("n"));
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    AppException failure =
        refusal(
            """
            {"titel": "t", "big_number": 1.5, "evergreen": "yes", "role": "king",
             "leaves": [{"name": " "}, null, 7, {"name": "d", "size": 3000000000, "x": 1}],
             "top": [], "note": 5}
            """);

    assertThat(failure.code().code()).isEqualTo("request.unknown-field");
    assertThat(failure.details())
        .extracting(ErrorDetail::field)
        .containsExactlyInAnyOrder(
            "titel",
            "title",
            "big_number",
            "evergreen",
            "role",
            "leaves[0].name",
            "leaves[1]",
            "leaves[2]",
            "leaves[3].size",
            "leaves[3].x",
            "top",
            "note");
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        Arguments.of("title", "5"),
        Arguments.of("title", "null"),
        Arguments.of("title", "{}"),
        Arguments.of("big_number", "\"5\""),
        Arguments.of("big_number", "9223372036854775808"),
        Arguments.of("big_number", "1e3"),
        Arguments.of("big_number", "true"),
        Arguments.of("evergreen", "1"),
        Arguments.of("evergreen", "null"),
        Arguments.of("role", "0"),
        Arguments.of("role", "\"ADMIN\""),
        Arguments.of("leaves", "{}"),
        Arguments.of("leaves", "\"a\""));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void nothingIsConvertedOnTheQuiet(String field, String value) {
    String others =
        Stream.of("\"title\": \"t\"", "\"big_number\": 1", "\"evergreen\": true")
            .filter(member -> !member.startsWith("\"" + field + "\""))
            .reduce("", (all, member) -> all + member + ", ");

    AppException failure = refusal("{" + others + "\"" + field + "\": " + value + "}");

    assertThat(failure.code().code()).isEqualTo("request.invalid");
    assertThat(failure.details()).extracting(ErrorDetail::field).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"title\": \"t\"",
        "{\"title\": \"t\", \"title\": \"u\"}",
        "{\"title\": \"t\"} {}",
        "{\"title\": \"t\"} garbage",
        "{'title': 't'}",
        "{\"title\": \"t\",}",
        "{\"title\": NaN}",
        "{\"title\": \"\\x\"}",
        "{/* note */ \"title\": \"t\"}"
      })
  void whatIsNotOneJsonValueIsRefused(String body) {
    assertThat(refusal(body).code().code()).isEqualTo("request.malformed-json");
  }

  @Test
  void placeOfAMistakeIsTold() {
    assertThat(refusal("{\n  \"title\": oops\n}")).hasMessageStartingWith("Line 2, column ");
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    String deep = "[".repeat(100_000);

    assertThat(refusal("{\"title\": " + deep).code().code()).isEqualTo("request.malformed-json");
    assertThat(refusal("{\"leaves\": " + deep).code().code()).isEqualTo("request.malformed-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "[]", "\"text\"", "5", "true", "null"})
  void bodyThatIsNoObjectIsRefused(String body) {
    assertThat(refusal(body).code().code()).isEqualTo("request.invalid");
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    byte[] latin = "{\"title\": \"Öl\"}".getBytes(StandardCharsets.ISO_8859_1);

    AppException failure =
        catchThrowableOfType(AppException.class, () -> RecordReader.read(latin, Tree.class));

    assertThat(failure.code().code()).isEqualTo("request.malformed-json");
  }

  private static Tree read(String json) {
    return RecordReader.read(json.getBytes(StandardCharsets.UTF_8), Tree.class);
  }

  private static AppException refusal(String json) {
    AppException failure = catchThrowableOfType(AppException.class, () -> read(json));
    assertThat(failure).isNotNull();
    return failure;
  }
}
