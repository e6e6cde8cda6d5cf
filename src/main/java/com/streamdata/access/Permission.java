package com.streamdata.access;

/** One thing a limited key may do. */
public record Permission(Action action, Scope scope) {}
