package com.streamdata.query.statement.macro;

/**
 * A piece of a statement. The texts of all pieces of a statement, one after the other, are the
 * statement with a space for each comment.
 *
 * @param text as it was written
 */
record SqlToken(Kind kind, String text) {

  enum Kind {
    /** Blanks, or a comment that has become one. */
    SPACE,
    /** A name, keyword or number. */
    WORD,
    /** {@code '…'}, with a quote written twice inside. */
    STRING,
    /** {@code E'…'}, in which a backslash escapes. */
    ESCAPED,
    /** A name in double quotes. */
    QUOTED,
    /** {@code $name}, <code>${name:format}</code> or {@code [[name:format]]}. */
    REFERENCE,
    /** One sign of any other kind. */
    SIGN
  }

  boolean is(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  boolean isSpace() {
    return kind == Kind.SPACE;
  }
}
