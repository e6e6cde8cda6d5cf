package com.streamdata.mail;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells somebody that something was shared with them.
 *
 * @param title of what is shared
 * @param sharedBy e-mail address of who shared it
 * @param link what to open; it is as good as a key, so the message is kept sealed until it is sent
 * @param personal whether only this address is let in, by a code
 * @param passwordProtected whether the link asks for a password, which is never in the message
 */
public record Invitation(
    String title, String sharedBy, String link, boolean passwordProtected, boolean personal) {
  private static final int LONGEST_TITLE = 120;
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  public Invitation {
    title = shorten(oneLine(title));
    sharedBy = oneLine(sharedBy);
    if (!link.matches("https?://[^\\s\\p{Cc}]+")) {
      throw new IllegalArgumentException("Not a link");
    }
  }

  /** To a link that whoever has it can open, once they know the password if it has one. */
  public Invitation(String title, String sharedBy, String link, boolean passwordProtected) {
    this(title, sharedBy, link, passwordProtected, false);
  }

  /** To a link that lets in nobody but this address. */
  public static Invitation forOne(String title, String sharedBy, String link) {
    return new Invitation(title, sharedBy, link, false, true);
  }

  Message message() {
    return new Message(sharedBy + " shared \"" + title + "\" with you", text(), html());
  }

  private String text() {
    return """
    %s shared "%s" with you on StreamData.

    Open it here: %s

    %s
    %s
    """
        .formatted(sharedBy, title, link, aboutPassword(), aboutPassingOn());
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
    <p>%5$s</p>
    <p style="color: #666">%3$s</p>
    </body>
    </html>
    """
        .formatted(
            HtmlUtils.htmlEscape(sharedBy),
            HtmlUtils.htmlEscape(title),
            address,
            HtmlUtils.htmlEscape(aboutPassword()),
            HtmlUtils.htmlEscape(aboutPassingOn()));
  }

  private String aboutPassingOn() {
    return personal
        ? "It opens for this e-mail address only."
        : "Whoever has this link can open it, so pass it on with care.";
  }

  private String aboutPassword() {
    if (personal) {
      return "Enter this e-mail address there and you are sent a code to go in with.";
    }
    return passwordProtected
        ? "It asks for a password, which is not in this message: " + sharedBy + " has it."
        : "No account and no password are needed.";
  }

  /** A line break in a title must not become one in a header. */
  static String oneLine(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }

  static String shorten(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  @Override
  public String toString() {
    return "Invitation[title=" + title + "]";
  }
}
