package com.streamdata.source.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import tools.jackson.core.JsonGenerator;

/**
 * An element as a row: its attributes and the elements in it are columns, those further in have
 * names with dots. What is there several times becomes a list.
 */
final class XmlRow {
  private static final String OWN_TEXT = "value";

  private final Map<String, List<String>> columns = new LinkedHashMap<>();

  private XmlRow() {}

  static void write(Element element, JsonGenerator json) {
    XmlRow row = new XmlRow();
    row.add(element, "");
    row.write(json);
  }

  /** A row of one value. */
  static void write(String value, JsonGenerator json) {
    XmlRow row = new XmlRow();
    row.add(OWN_TEXT, value);
    row.write(json);
  }

  private void add(Element element, String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      add(prefix + attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        add(inner, prefix + inner.getNodeName());
      } else {
        text.append(child.getNodeValue());
      }
    }
    add(path.isEmpty() ? OWN_TEXT : path, text.toString().strip());
  }

  private void add(String name, String value) {
    if (!value.isEmpty()) {
      columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
  }

  private void write(JsonGenerator json) {
    json.writeStartObject();
    columns.forEach((name, values) -> {
      json.writeName(name);
      if (values.size() == 1) {
        json.writeString(values.getFirst());
      } else {
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
      }
    });
    json.writeEndObject();
  }
}
