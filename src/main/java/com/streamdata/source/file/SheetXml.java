package com.streamdata.source.file;

import com.streamdata.source.fetch.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, read from element to element. Names are told without their prefix.
 * Nothing a part names is ever fetched: one with a DOCTYPE is refused, and entities have no
 * meaning.
 */
final class SheetXml implements AutoCloseable {
  /** Excel's own limit for a cell, twice over. */
  private static final int LONGEST_TEXT = 1 << 16;

  private final InputStream input;
  private final XMLStreamReader reader;

  private SheetXml(InputStream input, XMLStreamReader reader) {
    this.input = input;
    this.reader = reader;
  }

  /** Reads UTF-8 whatever the part says of itself: Excel writes nothing else. */
  static SheetXml of(InputStream input) {
    try {
      return new SheetXml(input, SafeXml.reader(input, "UTF-8"));
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /** Goes to the next start or end of an element; false at the end of the part. */
  boolean next() {
    while (true) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  /** Goes to the next start of such an element; false if there is none. */
  boolean goTo(String name) {
    while (next()) {
      if (starts(name)) {
        return true;
      }
    }
    return false;
  }

  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The text of the element that has just started, without that of elements in it. */
  String text() {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (depth >= 0) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (depth == 0) {
            add(text);
          }
        }
        default -> {}
      }
    }
    return text.toString();
  }

  private void add(StringBuilder text) {
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    requireShort(text);
  }

  static void requireShort(StringBuilder text) {
    if (text.length() > LONGEST_TEXT) {
      throw FileErrors.unreadable("A cell has more than " + LONGEST_TEXT + " characters.");
    }
  }

  private int event() {
    try {
      return reader.next();
    } catch (SafeXml.RefusedMarkup _) {
      throw FileErrors.unreadable(
          "The workbook has a DOCTYPE or an entity, which Excel never writes.");
    } catch (XMLStreamException | IllegalStateException | java.util.NoSuchElementException e) {
      throw malformed(e);
    }
  }

  private static RuntimeException malformed(Exception e) {
    Throwable cause = e instanceof XMLStreamException wrapped ? wrapped.getNestedException() : e;
    if (cause instanceof PartTooLarge tooLarge) {
      return FileErrors.unreadable(String.valueOf(tooLarge.getMessage()));
    }
    return FileErrors.unreadable("The workbook is damaged: a part of it is not XML in UTF-8.");
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
