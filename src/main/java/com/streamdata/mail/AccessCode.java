package com.streamdata.mail;

import org.springframework.web.util.HtmlUtils;

/**
 * Sends somebody invited the code that lets them in.
 *
 * @param title of what is shared
 * @param code works once and for an hour
 * @param link where it is entered
 */
public record AccessCode(String title, String code, String link) {

  public AccessCode {
    title = Invitation.shorten(Invitation.oneLine(title));
  }

  Message message() {
    return new Message("Your code for \"" + title + "\"", text(), html());
  }

  private String text() {
    return """
    Your code for "%s" is %s

    Enter it here: %s

    It works once, within an hour. If you did not ask for it, you need not do anything.
    """
        .formatted(title, code, link);
  }

  private String html() {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%1$s</title></head>
    <body style="font-family: sans-serif; line-height: 1.5">
    <p>Your code for <strong>%1$s</strong> is</p>
    <p style="font-size: 1.5em; letter-spacing: 0.1em"><strong>%2$s</strong></p>
    <p>Enter it here: <a href="%3$s">%3$s</a></p>
    <p>It works once, within an hour. If you did not ask for it, you need not do anything.</p>
    </body>
    </html>
    """
        .formatted(HtmlUtils.htmlEscape(title), code, HtmlUtils.htmlEscape(link));
  }

  @Override
  public String toString() {
    return "AccessCode[title=" + title + "]";
  }
}
