package com.streamdata.identity;

import com.streamdata.error.Checks;

/** What somebody types to sign in. */
record SignIn(String email, String password) {
  SignIn {
    Checks.require(
        password.length() <= Password.LONGEST, "password", "must have at most 128 characters");
  }

  @Override
  public String toString() {
    return "SignIn[email=" + email + "]";
  }
}
