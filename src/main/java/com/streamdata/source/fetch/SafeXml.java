package com.streamdata.source.fetch;

import java.io.InputStream;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * The one place that makes parsers of XML. The JDK's own would read local files and fetch what a
 * document names: here a document with a DOCTYPE is refused, entities mean nothing, and what no
 * data needs is too much.
 */
public final class SafeXml {
  private static final Map<String, Integer> MOST =
      Map.of(
          "elementAttributeLimit", 1000,
          "entityExpansionLimit", 1,
          "maxElementDepth", 200,
          "maxXMLNameLimit", 1000);

  private static final XMLInputFactory READERS = readers();

  private SafeXml() {}

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // The JDK's time for the namespaces of an element grows with their square.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    MOST.forEach((name, most) -> factory.setProperty("jdk.xml." + name, most));
    return factory;
  }

  /**
   * Reads from element to element. Local names are those without the prefix; attributes that
   * declare a namespace are there like others and keep their whole name.
   *
   * @param charset null: as the document says
   * @throws XMLStreamException if it cannot even begin; {@code next} throws it at a DOCTYPE
   */
  public static XMLStreamReader reader(InputStream in, @Nullable String charset)
      throws XMLStreamException {
    return new WithoutDoctype(
        charset == null
            ? READERS.createXMLStreamReader(in)
            : READERS.createXMLStreamReader(in, charset));
  }

  /** For building a document by hand; nothing is parsed. */
  public static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * An XPath without extension functions, of limited size.
   *
   * @throws XPathExpressionException if it is none
   */
  public static XPathExpression xpath(String path) throws XPathExpressionException {
    XPathFactory factory = XPathFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    } catch (XPathFactoryConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return factory.newXPath().compile(path);
  }

  /** Whether an attribute of this name declares a namespace. */
  public static boolean isNamespace(String attribute) {
    return attribute.equals("xmlns") || attribute.startsWith("xmlns:");
  }

  /** The document has a DOCTYPE or an entity. */
  public static final class RefusedMarkup extends XMLStreamException {
    RefusedMarkup() {
      super("It has a DOCTYPE or an entity, which are refused");
    }
  }

  private static final class WithoutDoctype extends StreamReaderDelegate {
    WithoutDoctype(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new RefusedMarkup();
      }
      return event;
    }

    @Override
    public String getLocalName() {
      return withoutPrefix(super.getLocalName());
    }

    @Override
    public String getAttributeLocalName(int index) {
      String name = super.getAttributeLocalName(index);
      return isNamespace(name) ? name : withoutPrefix(name);
    }

    private static String withoutPrefix(String name) {
      return name.substring(name.indexOf(':') + 1);
    }
  }
}
