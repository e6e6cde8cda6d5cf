package com.streamdata.share;

/** Which of the two published contracts a share was made by. In the database in lower case. */
enum ShareKind {
  /** StreamData's: as many as wanted. */
  LINK,
  /** Grafana's public dashboard: one for each dashboard, with a uid, can be paused. */
  PUBLIC
}
