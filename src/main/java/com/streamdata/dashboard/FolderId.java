package com.streamdata.dashboard;

/** Identifies a folder inside the server; its uid names it outside. */
public record FolderId(long value) {}
