package com.streamdata.source.rest;

import com.streamdata.source.fetch.RowPlace;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Where the rows of an answer may be.
 *
 * @param proposals the best first; at least one
 */
record RowSearch(List<Proposal> proposals) {
  private static final int MOST = 20;

  /** How good a place is, the best first. */
  enum Kind {
    /** A list of objects, or elements with something in them. */
    RECORDS,
    /** An object of lists of the same length. */
    COLUMNS,
    /** A list of lists. */
    LISTS,
    /** A list of numbers or texts. */
    VALUES,
    /** A list of nothing. */
    NOTHING,
    /** One object, or the root element. */
    WHOLE
  }

  /**
   * A place.
   *
   * @param path JSONPath or XPath
   * @param inside whether it lies within another list
   * @param rows how many there are
   * @param columns the names of the first, without those further in
   */
  record Proposal(String path, Kind kind, boolean inside, long rows, List<String> columns) {}

  private static final Comparator<Proposal> BEST =
      Comparator.comparing(Proposal::inside)
          .thenComparing(Proposal::kind)
          .thenComparing(Proposal::rows, Comparator.reverseOrder());

  static RowSearch of(List<Proposal> found) {
    return new RowSearch(found.stream().sorted(BEST).limit(MOST).toList());
  }

  static RowSearch in(InputStream body, RestAnswer answer) throws IOException, XMLStreamException {
    return switch (answer.format()) {
      case JSON -> JsonSearch.in(body);
      case XML -> XmlSearch.in(body, answer.charset());
    };
  }

  List<RowPlace> places() {
    return proposals.stream()
        .map(found -> new RowPlace(found.path(), found.rows(), found.columns()))
        .toList();
  }
}
