package com.streamdata.identity;

import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import java.time.Instant;

/** Somebody who may sign in. */
record Account(
    UserId id,
    String email,
    String name,
    Role role,
    String passwordHash,
    boolean disabled,
    Instant createdAt) {}
