package com.streamdata.mail;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells somebody that something was shared with them.
 *
 * @param title of what is shared
 * @param sharedBy e-mail address of who shared it
 * @param link what to open; it is as good as a key, so the message is kept sealed until it is sent
 * @param passwordProtected whether the link asks for a password, which is never in the message
 */
public record Invitation(String title, String sharedBy, String link, boolean passwordProtected) {
  private static final int LONGEST_TITLE = 120;
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  public Invitation {
    title = shorten(oneLine(title));
    sharedBy = oneLine(sharedBy);
    if (!link.matches("https?://[^\\s\\p{Cc}]+")) {
      throw new IllegalArgumentException("Not a link");
    }
  }

  Message message() {
    return new Message(sharedBy + " shared \"" + title + "\" with you", text(), html());
  }

  private String text() {
    return """
    %s shared "%s" with you on StreamData.

    Open it here: %s

    %s
    Whoever has this link can open it, so pass it on with care.
    """
        .formatted(sharedBy, title, link, aboutPassword());
  }

  private String html() {
    String address = HtmlUtils.htmlEscape(link);
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%2$s</title></head>
    <body style="font-family: sans-serif; line-height: 1.5">
    <p>%1$s shared <strong>%2$s</strong> with you on StreamData.</p>
    <p><a href="%3$s">Open %2$s</a></p>
    <p>%4$s</p>
    <p>Whoever has this link can open it, so pass it on with care.</p>
    <p style="color: #666">%3$s</p>
    </body>
    </html>
    """
        .formatted(
            HtmlUtils.htmlEscape(sharedBy),
            HtmlUtils.htmlEscape(title),
            address,
            HtmlUtils.htmlEscape(aboutPassword()));
  }

  private String aboutPassword() {
    return passwordProtected
        ? "It asks for a password, which is not in this message: " + sharedBy + " has it."
        : "No account and no password are needed.";
  }

  /** A line break in a title must not become one in a header. */
  private static String oneLine(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }

  private static String shorten(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  @Override
  public String toString() {
    return "Invitation[title=" + title + "]";
  }
}
