package com.streamdata.identity;

import com.streamdata.error.Checks;

/** Somebody's own new password, with the one they have to prove that it is them. */
record PasswordChange(String currentPassword, Password password) {
  PasswordChange {
    Checks.require(
        currentPassword.length() <= Password.LONGEST,
        "current_password",
        "must have at most 128 characters");
  }

  @Override
  public String toString() {
    return "PasswordChange[***]";
  }
}
