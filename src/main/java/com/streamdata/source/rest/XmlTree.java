package com.streamdata.source.rest;

import com.streamdata.source.fetch.SafeXml;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Builds elements in memory, under their names without prefixes. */
final class XmlTree {
  /** XPath's time grows with the square of what it finds; simple paths never need so much. */
  private static final int MOST_NODES = 200_000;

  private final Document document = SafeXml.emptyDocument();
  private int nodes;

  /** Everything there is. */
  static Document all(XMLStreamReader xml) throws XMLStreamException {
    XmlTree tree = new XmlTree();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        tree.document.appendChild(tree.build(xml));
      }
    }
    return tree.document;
  }

  /** The element that the reader has just entered; it stands at its end then. */
  Element element(XMLStreamReader xml) throws XMLStreamException {
    nodes = 0;
    return build(xml);
  }

  private Element build(XMLStreamReader xml) throws XMLStreamException {
    Element root = start(xml);
    Node at = root;
    while (true) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          Element child = start(xml);
          at.appendChild(child);
          at = child;
        }
        case XMLStreamReader.END_ELEMENT -> {
          if (at == root) {
            return root;
          }
          at = at.getParentNode();
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
            at.appendChild(document.createTextNode(xml.getText()));
        default -> {}
      }
    }
  }

  private Element start(XMLStreamReader xml) throws XMLStreamException {
    try {
      return element(xml.getLocalName(), xml);
    } catch (DOMException e) {
      throw new XMLStreamException("It has a name without anything behind its prefix", e);
    }
  }

  private Element element(String tag, XMLStreamReader xml) throws XMLStreamException {
    Element element = document.createElement(tag);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      if (!SafeXml.isNamespace(name)) {
        element.setAttribute(name, xml.getAttributeValue(i));
      }
    }
    nodes += 1 + xml.getAttributeCount();
    if (nodes > MOST_NODES) {
      throw new XMLStreamException(
          "It has more than "
              + MOST_NODES
              + " elements and attributes; give a path without conditions");
    }
    return element;
  }
}
