package com.streamdata.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a name. */
@FunctionalInterface
interface Lookup {
  /** The addresses, at least one; takes the time it takes. */
  InetAddress[] find(String name) throws IOException;

  /**
   * The machine's own resolver, on threads of its own: it cannot be interrupted, and one that hangs
   * must hold up nobody but who asked.
   */
  static Lookup ofTheMachine(Duration longest) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            0, 64, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), DaemonThreads.named("names-"));
    return name -> {
      try {
        Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(name));
        return found.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof UnknownHostException unknown
            ? unknown
            : new IOException(e.getCause());
      } catch (TimeoutException | RejectedExecutionException e) {
        throw new SocketTimeoutException("The name server did not answer in time");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted", e);
      }
    };
  }
}
