package com.streamdata.source.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of a workbook (ECMA-376, part 2): a zip of XML documents that name each other. */
final class XlsxPackage implements AutoCloseable {
  private static final int DIRECTORY_END = 0x06054b50;
  private static final int DIRECTORY_END_BYTES = 22;
  private static final long MOST_DIRECTORY_BYTES = 16L << 20;

  private final ZipFile zip;

  private XlsxPackage(ZipFile zip) {
    this.zip = zip;
  }

  static XlsxPackage open(Path file) throws IOException {
    requireZip(file);
    try {
      return new XlsxPackage(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
    } catch (ZipException _) {
      throw FileErrors.unreadable("The workbook is damaged: it is no complete zip archive.");
    }
  }

  /** The list of a zip is read into memory as a whole, so how long it is must be known before. */
  private static void requireZip(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] start = new byte[(int) Math.min(8, in.length())];
      in.readFully(start);
      FileFormat.requireWorkbook(start);
      byte[] end = new byte[(int) Math.min(in.length(), 0xffff + DIRECTORY_END_BYTES)];
      in.seek(in.length() - end.length);
      in.readFully(end);
      ByteBuffer tail = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
      int at = end.length - DIRECTORY_END_BYTES;
      while (at >= 0 && tail.getInt(at) != DIRECTORY_END) {
        at--;
      }
      if (at < 0 || Integer.toUnsignedLong(tail.getInt(at + 12)) > MOST_DIRECTORY_BYTES) {
        throw FileErrors.unreadable("The workbook is damaged: its list of parts cannot be read.");
      }
    }
  }

  /** Where the workbook itself stands. */
  String workbook() throws IOException {
    for (Relation relation : relations("").values()) {
      if (relation.type().endsWith("/officeDocument") && has(relation.target())) {
        return relation.target();
      }
    }
    throw FileErrors.unreadable("The file is a zip archive, but there is no Excel workbook in it.");
  }

  /**
   * What a part names by ids.
   *
   * @param target the name of another part
   */
  record Relation(String type, String target) {}

  Map<String, Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    Map<String, Relation> relations = new HashMap<>();
    Optional<SheetXml> found = open(name);
    if (found.isPresent()) {
      try (SheetXml xml = found.get()) {
        while (xml.goTo("Relationship")) {
          String id = String.valueOf(xml.attribute("Id"));
          String type = String.valueOf(xml.attribute("Type"));
          String target = String.valueOf(xml.attribute("Target"));
          relations.put(id, new Relation(type, resolve(part, target)));
        }
      }
    }
    return relations;
  }

  private static String resolve(String part, String target) {
    try {
      return URI.create("/" + part).resolve(target).getPath().substring(1);
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException _) {
      return "";
    }
  }

  private boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** Opens a part; empty if there is none of this name. */
  Optional<SheetXml> open(String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      var unpacking = zip.getInputStream(entry);
      return Optional.of(SheetXml.of(new UnpackedPart(unpacking, entry.getCompressedSize())));
    } catch (ZipException _) {
      throw FileErrors.unreadable("The workbook is damaged or protected by a password.");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
