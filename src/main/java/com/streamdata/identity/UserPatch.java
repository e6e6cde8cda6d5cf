package com.streamdata.identity;

import com.streamdata.access.Role;
import org.jspecify.annotations.Nullable;

/** What is to change of a user; null stays as it is. */
record UserPatch(
    @Nullable String name,
    @Nullable Role role,
    @Nullable Password password,
    @Nullable Boolean disabled) {
  UserPatch {
    if (name != null) {
      UserName.require(name);
    }
  }

  /** Whether an admin is none any more after it. */
  boolean takesAdmin() {
    return (role != null && role != Role.ADMIN) || Boolean.TRUE.equals(disabled);
  }

  /** Whether whoever is signed in has to sign in again. */
  boolean endsSessions() {
    return password != null || Boolean.TRUE.equals(disabled);
  }
}
