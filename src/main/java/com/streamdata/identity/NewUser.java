package com.streamdata.identity;

import com.streamdata.access.Role;
import com.streamdata.mail.EmailAddress;

/** A user to be made. */
record NewUser(EmailAddress email, String name, Role role, Password password) {
  NewUser {
    UserName.require(name);
  }
}
