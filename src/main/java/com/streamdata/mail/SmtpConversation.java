package com.streamdata.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands messages over to one mail server through one connection, which is made when the first
 * message needs it. The only class that knows jakarta.mail, so that it is loaded with the first
 * message.
 */
final class SmtpConversation implements AutoCloseable {
  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "60000";
  private static final int FIRST_LASTING = 500;

  private final SmtpServer server;
  private final EmailAddress from;
  private final Session session;
  private final Transport transport;

  SmtpConversation(SmtpServer server, EmailAddress from) {
    this.server = server;
    this.from = from;
    this.session = Session.getInstance(properties(server));
    this.transport = new Transport(session, server);
  }

  /** Hands one message over; never throws for what the network or the mail server does. */
  Delivery send(Letter letter, Message message) {
    try {
      if (!transport.isConnected()) {
        connect();
      }
    } catch (MessagingException e) {
      return new Delivery.NoServer(reason(e));
    }
    try {
      transport.handedOver = false;
      MimeMessage mail = mail(letter, message);
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Delivery.Sent();
    } catch (MessagingException e) {
      return refusal(e);
    }
  }

  private void connect() throws MessagingException {
    String password = server.password() == null ? null : server.password().reveal();
    transport.connect(server.host(), server.port(), server.user(), password);
  }

  private Delivery refusal(MessagingException failure) {
    int code = code(failure);
    if (code >= FIRST_LASTING) {
      return new Delivery.Refused("SMTP " + code);
    }
    if (code < 0 && transport.handedOver) {
      // Nobody knows whether it arrived: rather once too few than twice.
      return new Delivery.Refused("no answer after the whole message");
    }
    return new Delivery.NotNow(code < 0 ? reason(failure) : "SMTP " + code);
  }

  /** The reply code of the mail server; -1 when it gave none. */
  private static int code(MessagingException failure) {
    int found = -1;
    for (Exception e = failure; e != null; e = next(e)) {
      int code =
          switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
          };
      found = Math.max(found, code);
    }
    return found;
  }

  private static @org.jspecify.annotations.Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  /** Kinds of failures only: what mail servers say often holds the address. */
  private static String reason(MessagingException failure) {
    StringBuilder reason = new StringBuilder(failure.getClass().getSimpleName());
    for (Exception e = next(failure); e != null; e = next(e)) {
      reason.append(", ").append(e.getClass().getSimpleName());
    }
    return reason.toString();
  }

  private MimeMessage mail(Letter letter, Message message) throws MessagingException {
    String charset = StandardCharsets.UTF_8.name();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(message.text(), charset);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(message.html(), charset, "html");
    MimeMessage mail = new StableMail(session, letter.messageId());
    mail.setFrom(sender());
    mail.setRecipient(RecipientType.TO, new InternetAddress(letter.recipient(), true));
    mail.setSubject(message.subject(), charset);
    mail.setSentDate(Date.from(letter.createdAt()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setContent(new MimeMultipart("alternative", text, html));
    mail.saveChanges();
    return mail;
  }

  private InternetAddress sender() {
    try {
      return new InternetAddress(from.text(), "StreamData", StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Properties properties(SmtpServer server) {
    String prefix = server.tls() ? "mail.smtps." : "mail.smtp.";
    Properties properties = new Properties();
    properties.put(prefix + "auth", Boolean.toString(server.user() != null));
    properties.put(prefix + "starttls.enable", "true");
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
    properties.put(prefix + "timeout", ANSWER_MILLIS);
    properties.put(prefix + "writetimeout", ANSWER_MILLIS);
    return properties;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException _) {
      // The other side went first; there is nothing left to say.
    }
  }

  /** Notices when a message has been handed over whole. */
  private static final class Transport extends SMTPTransport {
    private boolean handedOver;

    Transport(Session session, SmtpServer server) {
      super(
          session,
          new URLName(
              server.tls() ? "smtps" : "smtp", server.host(), server.port(), null, null, null),
          server.tls() ? "smtps" : "smtp",
          server.tls());
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      handedOver = true;
      super.finishData();
    }
  }

  /** Keeps the Message-ID it was given, so that a mail server can tell a repetition. */
  private static final class StableMail extends MimeMessage {
    private final String messageId;

    StableMail(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + messageId + ">");
    }
  }
}
