package com.streamdata.api.grafana;

import com.streamdata.query.variable.Choice;
import com.streamdata.query.variable.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The variables of a dashboard: only with values that were saved in it, for nothing else is known.
 */
final class Templating {
  private static final int MOST_VARIABLES = 100;
  private static final int MOST_CHOICES = 1_000;
  private static final int LONGEST = 1_000;

  private Templating() {}

  /** Of two with the same name the last counts; those of data sources and ad-hoc filters do not. */
  static List<Variable> read(JsonNode dashboard) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    for (JsonNode json : Lenient.objects(dashboard.path("templating"), "list")) {
      String name = Lenient.text(json, "name");
      String type = Lenient.text(json, "type");
      boolean read =
          switch (type) {
            case "custom", "constant", "query", "interval", "textbox" -> true;
            default -> false;
          };
      if (read && name.matches("\\w{1,100}") && variables.size() < MOST_VARIABLES) {
        variables.put(name, variable(name, type, json));
      }
    }
    return List.copyOf(variables.values());
  }

  private static Variable variable(String name, String type, JsonNode json) {
    List<String> current = current(type, json);
    Map<String, Choice> choices = new LinkedHashMap<>();
    if (!type.equals("constant") && !type.equals("textbox")) {
      options(type, json).forEach(choice -> choices.putIfAbsent(choice.value(), choice));
    }
    if (current.isEmpty() && !choices.isEmpty()) {
      current = List.of(choices.keySet().iterator().next());
    }
    for (String value : current) {
      if (!value.equals(Variable.ALL)) {
        choices.putIfAbsent(value, new Choice(value, value));
      }
    }
    String label = Lenient.line(Lenient.text(json, "label"), LONGEST);
    return new Variable(
        name,
        Lenient.orNull(label),
        choices.values().stream().limit(MOST_CHOICES).toList(),
        current,
        Lenient.isTrue(json, "multi"),
        Lenient.isTrue(json, "includeAll"),
        type.equals("constant") || Lenient.text(json, "hide").equals("2"));
  }

  private static List<String> current(String type, JsonNode json) {
    JsonNode value = json.path("current").path("value");
    List<JsonNode> values = value.isArray() ? value.valueStream().toList() : List.of(value);
    List<String> current = new ArrayList<>();
    for (JsonNode each : values) {
      String text = Lenient.text(each);
      if (!text.isEmpty() && text.length() <= LONGEST && current.size() < MOST_CHOICES) {
        current.add(text);
      }
    }
    boolean own = type.equals("constant") || type.equals("textbox");
    String written = Lenient.text(json, "query");
    return current.isEmpty() && own && !written.isEmpty() && written.length() <= LONGEST
        ? List.of(written)
        : List.copyOf(current);
  }

  /** What a list in words ({@code a,b} or {@code text : value}) says, else those saved. */
  private static List<Choice> options(String type, JsonNode json) {
    List<Choice> written = type.equals("query") ? List.of() : words(Lenient.text(json, "query"));
    return written.isEmpty()
        ? Lenient.objects(json, "options").stream()
            .map(option -> choice(Lenient.text(option, "text"), Lenient.text(option, "value")))
            .filter(choice -> isListed(choice.value()))
            .limit(MOST_CHOICES)
            .toList()
        : written;
  }

  private static List<Choice> words(String list) {
    return Arrays.stream(list.split("(?<!\\\\),", MOST_CHOICES))
        .map(word -> word.replace("\\,", ",").strip())
        .map(Templating::choice)
        .filter(choice -> isListed(choice.value()))
        .toList();
  }

  private static Choice choice(String word) {
    int colon = word.indexOf(" : ");
    return colon < 0
        ? choice(word, word)
        : choice(word.substring(0, colon).strip(), word.substring(colon + 3).strip());
  }

  private static Choice choice(String text, String value) {
    return new Choice(Lenient.line(text.isEmpty() ? value : text, LONGEST), value);
  }

  private static boolean isListed(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && !value.equals(Variable.ALL)
        && !value.startsWith("$__auto");
  }

  /** As a list of custom variables that {@link #read} reads back. */
  static ArrayNode write(List<Variable> variables) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    variables.forEach(variable -> list.add(write(variable)));
    return list;
  }

  private static ObjectNode write(Variable variable) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "custom").put("name", variable.name());
    if (variable.label() != null) {
      json.put("label", variable.label());
    }
    json.put("multi", variable.multi()).put("includeAll", variable.includeAll());
    json.put("hide", variable.hidden() ? 2 : 0);
    ObjectNode current = json.putObject("current");
    if (variable.multi()) {
      ArrayNode values = current.putArray("value");
      variable.current().forEach(values::add);
      current.set("text", values.deepCopy());
    } else if (!variable.current().isEmpty()) {
      current.put("text", variable.current().getFirst());
      current.put("value", variable.current().getFirst());
    }
    ArrayNode options = json.putArray("options");
    for (Choice choice : variable.choices()) {
      options
          .addObject()
          .put("text", choice.text())
          .put("value", choice.value())
          .put("selected", variable.current().contains(choice.value()));
    }
    return json;
  }
}
