package com.streamdata.source.rest;

import com.streamdata.source.fetch.SafeXml;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;

/** XPath over names without their prefixes, without what a long time can be spent on. */
final class XmlPaths {
  private static final int LONGEST = 500;
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern PREFIX = Pattern.compile("(?<![\\w.-])[A-Za-z_][\\w.-]*:(?!:)");
  private static final Pattern FAR =
      Pattern.compile("//|(?:descendant|ancestor|following|preceding)[a-z-]*\\s*::");
  private static final Pattern SIMPLE =
      Pattern.compile("/{1,2}[\\p{L}_][\\w.-]*(?:/[\\p{L}_][\\w.-]*)*");

  private XmlPaths() {}

  /** What is wrong with a path; empty when nothing is. */
  static String problem(String path) {
    if (path.isBlank() || path.length() > LONGEST) {
      return "must be an XPath such as /feed/entry, of at most " + LONGEST + " characters";
    }
    if (FAR.matcher(path).results().count() > 2) {
      return "must go to far elements (//) twice at most";
    }
    try {
      compile(path);
      return "";
    } catch (XPathExpressionException e) {
      return "is no XPath: " + reason(e);
    }
  }

  static XPathExpression compile(String path) throws XPathExpressionException {
    return SafeXml.xpath(withoutPrefixes(path));
  }

  /**
   * The names to go through from the root; the first is empty when the way to it does not matter
   * ({@code //entry}). Empty when the path says more than that.
   */
  static Optional<List<String>> names(String path) {
    String plain = withoutPrefixes(path);
    return SIMPLE.matcher(plain).matches()
        ? Optional.of(Arrays.asList(plain.substring(1).split("/")))
        : Optional.empty();
  }

  private static String withoutPrefixes(String path) {
    StringBuilder plain = new StringBuilder();
    int end = 0;
    for (var quoted : QUOTED.matcher(path).results().toList()) {
      plain.append(PREFIX.matcher(path.substring(end, quoted.start())).replaceAll(""));
      plain.append(quoted.group());
      end = quoted.end();
    }
    return plain.append(PREFIX.matcher(path.substring(end)).replaceAll("")).toString();
  }

  private static String reason(XPathExpressionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
