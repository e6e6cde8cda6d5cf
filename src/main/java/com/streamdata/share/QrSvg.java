package com.streamdata.share;

import io.nayuki.qrcodegen.QrCode;

/** Draws a text as a QR code (ISO/IEC 18004), black on white whatever is around it. */
final class QrSvg {
  /** Cells around the code that must be empty. */
  private static final int QUIET = 4;

  private QrSvg() {}

  /** Returns an SVG document of one unit for each cell. */
  static String of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * QUIET;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
    """
        .formatted(size, size, size, size, cells(code));
  }

  private static String cells(QrCode code) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
