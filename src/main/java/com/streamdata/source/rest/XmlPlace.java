package com.streamdata.source.rest;

import java.util.ArrayList;
import java.util.List;

/** Where a reader stands in a document, against a simple path. */
final class XmlPlace {
  private final List<String> wanted;
  private final boolean anywhere;
  private final List<String> open = new ArrayList<>();

  /** A path as {@link XmlPaths#names} takes it apart. */
  XmlPlace(List<String> names) {
    this.anywhere = names.getFirst().isEmpty();
    this.wanted = anywhere ? names.subList(1, names.size()) : names;
  }

  /** An element starts; whether it is one that is looked for. */
  boolean enter(String name) {
    open.add(name);
    int above = open.size() - wanted.size();
    return (anywhere ? above >= 0 : above == 0) && open.subList(above, open.size()).equals(wanted);
  }

  void leave() {
    open.removeLast();
  }
}
