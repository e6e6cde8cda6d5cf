package com.streamdata.source.file;

import java.io.IOException;

/** A part of a workbook that unpacks to more than is read. */
final class PartTooLarge extends IOException {
  private static final long serialVersionUID = 1;

  PartTooLarge(String message) {
    super(message);
  }
}
