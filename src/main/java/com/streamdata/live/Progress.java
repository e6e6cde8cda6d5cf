package com.streamdata.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a page has come: which results it has, and so which event it lacks next. */
final class Progress {
  private static final byte[] CHANGED =
      "event: changed\ndata: 1\n\n".getBytes(StandardCharsets.US_ASCII);

  private Seen seen;
  private @Nullable String shape;
  private List<String> names = List.of();
  private @Nullable String[] tags = new String[0];
  private long marked;

  /**
   * Begins.
   *
   * @param seen what the page says that it has
   */
  Progress(Seen seen) {
    this.seen = seen;
    this.shape = seen.shape();
  }

  /** The next event on the way to an edition; null when the page has all of it. */
  byte @Nullable [] next(Edition edition) {
    if (edition.names() != names) {
      follow(edition.names());
    }
    if (!edition.shape().equals(shape)) {
      boolean changed = shape != null;
      shape = edition.shape();
      if (changed) {
        return CHANGED;
      }
    }
    for (int i = 0; i < tags.length; i++) {
      Frame frame = edition.frames().get(i);
      if (frame != Frame.NONE && !frame.tag().equals(tags[i])) {
        tags[i] = frame.tag();
        return frame.event();
      }
    }
    if (marked != edition.number()) {
      marked = edition.number();
      return edition.mark();
    }
    return null;
  }

  /** Other parts than before, some of which may have been there before. */
  private void follow(List<String> parts) {
    @Nullable String[] now = new String[parts.size()];
    for (int i = 0; i < now.length; i++) {
      int before = names.indexOf(parts.get(i));
      now[i] = before >= 0 ? tags[before] : seen.tags().get(parts.get(i));
    }
    names = parts;
    tags = now;
    seen = Seen.NOTHING;
  }
}
