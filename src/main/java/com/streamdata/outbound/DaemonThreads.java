package com.streamdata.outbound;

import java.util.concurrent.ThreadFactory;

/** Threads that belong to no request: they hold nothing of whoever made the first use of them. */
final class DaemonThreads {
  private DaemonThreads() {}

  static ThreadFactory named(String prefix) {
    ThreadFactory factory = Thread.ofPlatform().daemon().name(prefix, 0).factory();
    return work -> {
      Thread thread = factory.newThread(work);
      thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
      return thread;
    };
  }
}
