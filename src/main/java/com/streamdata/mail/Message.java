package com.streamdata.mail;

/** What a mail says, in both forms. It may hold a link, so printing it shows the subject only. */
record Message(String subject, String text, String html) {
  @Override
  public String toString() {
    return "Message[subject=" + subject + "]";
  }
}
