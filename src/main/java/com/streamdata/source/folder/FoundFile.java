package com.streamdata.source.folder;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/** A file of a watched folder as it is now. */
record FoundFile(Path path, String name, long size, Instant changed) {

  static FoundFile of(Path path, BasicFileAttributes attributes) {
    return new FoundFile(
        path,
        path.getFileName().toString(),
        attributes.size(),
        attributes.lastModifiedTime().toInstant());
  }

  /** Different when the file is. */
  String stamp() {
    return size + "@" + changed.toEpochMilli();
  }

  /** Whether nobody has written to it for so long. */
  boolean isStill(Instant now, Duration step) {
    return !changed.plus(step).isAfter(now);
  }
}
