package com.streamdata.source.rest;

import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.SafeXml;
import com.streamdata.source.fetch.Stage;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Takes rows out of XML. Simple paths need one row in memory at a time, others all of it. */
final class XmlAnswer {
  private final RowSpool spool;

  XmlAnswer(RowSpool spool) {
    this.spool = spool;
  }

  /**
   * Takes the rows.
   *
   * @param charset null: as the document says
   * @param path XPath
   * @throws FetchFailure if there is nothing there
   */
  void read(InputStream body, @Nullable String charset, String path)
      throws FetchFailure, XMLStreamException {
    Optional<List<String>> names = XmlPaths.names(path);
    XMLStreamReader xml = SafeXml.reader(body, charset);
    long before = spool.rows();
    if (names.isPresent()) {
      readSimple(xml, names.get());
    } else {
      readTree(XmlTree.all(xml), path);
    }
    if (spool.rows() == before) {
      throw new FetchFailure(Stage.PATH, "The answer has nothing at " + path);
    }
  }

  private void readSimple(XMLStreamReader xml, List<String> names)
      throws FetchFailure, XMLStreamException {
    XmlPlace place = new XmlPlace(names);
    XmlTree tree = new XmlTree();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          if (place.enter(xml.getLocalName())) {
            XmlRow.write(tree.element(xml), spool.next());
            place.leave();
          }
        }
        case XMLStreamReader.END_ELEMENT -> place.leave();
        default -> {}
      }
    }
  }

  private void readTree(Document document, String path) throws FetchFailure {
    try {
      NodeList found = (NodeList) XmlPaths.compile(path).evaluate(document, XPathConstants.NODESET);
      for (int i = 0; i < found.getLength(); i++) {
        Node node = found.item(i);
        if (node instanceof Element element) {
          XmlRow.write(element, spool.next());
        } else {
          XmlRow.write(String.valueOf(node.getNodeValue()), spool.next());
        }
      }
    } catch (XPathExpressionException e) {
      throw new FetchFailure(Stage.PATH, path + " leads to no elements");
    }
  }

  /** The text at a path in the whole document; empty when there is none. */
  static Optional<String> text(InputStream body, @Nullable String charset, String path)
      throws XMLStreamException {
    try {
      String text = XmlPaths.compile(path).evaluate(XmlTree.all(SafeXml.reader(body, charset)));
      return Optional.of(text.strip()).filter(value -> !value.isEmpty());
    } catch (XPathExpressionException _) {
      return Optional.empty();
    }
  }
}
