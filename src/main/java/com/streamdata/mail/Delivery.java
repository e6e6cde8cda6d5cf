package com.streamdata.mail;

/** What came of handing one message over. Reasons hold neither address nor link. */
sealed interface Delivery {

  /** The mail server took it. */
  record Sent() implements Delivery {}

  /** It will never be taken (a 5xx reply), or nobody can know whether it was. */
  record Refused(String reason) implements Delivery {}

  /** Not taken this time: a 4xx reply, or the connection broke. */
  record NotNow(String reason) implements Delivery {}

  /** The mail server cannot be reached or does not let us in, whatever the message. */
  record NoServer(String reason) implements Delivery {}
}
