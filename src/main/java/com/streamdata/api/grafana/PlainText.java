package com.streamdata.api.grafana;

import tools.jackson.databind.JsonNode;

/** The words of a text panel, without the Markdown or HTML around them. */
final class PlainText {
  private static final int LONGEST = 10_000;

  private PlainText() {}

  static String of(JsonNode panel) {
    JsonNode options = panel.path("options");
    String mode = Lenient.text(options.has("content") ? options : panel, "mode");
    String content = Lenient.text(options.has("content") ? options : panel, "content");
    String cut = Lenient.cut(content, 2 * LONGEST);
    String words = mode.equals("text") ? cut : mode.equals("html") ? html(cut) : markdown(cut);
    return Lenient.cut(words.strip(), LONGEST);
  }

  private static String markdown(String text) {
    return html(
        text.replaceAll("(?m)^#{1,6} +", "")
            .replaceAll("!?\\[([^\\]\\[]{0,500})]\\(([^)\\s]{0,2000})\\)", "$1 ($2)")
            .replaceAll("(\\*\\*|__)([^*_\\n]{1,500})\\1", "$2")
            .replaceAll("(?m)^[*+] ", "- "));
  }

  private static String html(String text) {
    return text.replaceAll("(?i)<(br|/p|/div|/h[1-6]|/li|/tr)\\b[^<>]{0,200}>", "\n")
        .replaceAll("<[/!]?[A-Za-z][^<>]{0,2000}>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\n{3,}", "\n\n");
  }
}
