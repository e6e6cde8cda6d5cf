package com.streamdata.source.rest;

import com.streamdata.source.fetch.SafeXml;
import com.streamdata.source.rest.RowSearch.Kind;
import com.streamdata.source.rest.RowSearch.Proposal;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks for elements that are there several times in one other element. */
final class XmlSearch {
  private static final int MOST_PLACES = 1000;

  private final Map<String, FoundPlace> places = new LinkedHashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private XmlSearch() {}

  /** An element that has not ended, with what is in it so far. */
  private static final class Open {
    private final String path;
    private final Map<String, Integer> children = new HashMap<>();
    private boolean structured;

    Open(String path) {
      this.path = path;
    }
  }

  static RowSearch in(InputStream body, @Nullable String charset) throws XMLStreamException {
    XmlSearch search = new XmlSearch();
    XMLStreamReader xml = SafeXml.reader(body, charset);
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> search.start(xml);
        case XMLStreamReader.END_ELEMENT -> search.end();
        default -> {}
      }
    }
    return RowSearch.of(search.proposals());
  }

  private void start(XMLStreamReader xml) {
    Open parent = open.peek();
    String name = xml.getLocalName();
    String path = (parent == null ? "" : parent.path) + "/" + name;
    if (parent != null) {
      parent.structured = true;
      if (parent.children.merge(name, 1, Integer::sum) == 2 && repeated.size() < MOST_PLACES) {
        repeated.add(path);
      }
      place(parent.path).column(name);
    }
    FoundPlace place = place(path);
    Open element = new Open(path);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String attribute = xml.getAttributeLocalName(i);
      if (!SafeXml.isNamespace(attribute)) {
        place.column(attribute);
        element.structured = true;
      }
    }
    open.push(element);
  }

  private void end() {
    Open element = open.pop();
    if (element.structured) {
      place(element.path).record();
    } else {
      place(element.path).value();
    }
  }

  /** One for all that are too many. */
  private FoundPlace place(String path) {
    String known = places.size() < MOST_PLACES || places.containsKey(path) ? path : "";
    return places.computeIfAbsent(known, _ -> new FoundPlace(known, false));
  }

  private List<Proposal> proposals() {
    List<Proposal> found = new ArrayList<>();
    for (String path : repeated) {
      FoundPlace place = places.get(path);
      if (place != null) {
        Proposal proposal = place.proposal();
        found.add(
            new Proposal(
                path, proposal.kind(), isInside(path), proposal.rows(), proposal.columns()));
      }
    }
    places.values().stream().findFirst().ifPresent(root -> found.add(root.proposal(Kind.WHOLE, 1)));
    return found;
  }

  private boolean isInside(String path) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (repeated.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
