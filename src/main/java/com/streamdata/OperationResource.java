package com.streamdata;

import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells those who run the server how it is. */
@RestController
final class OperationResource {
  private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";

  private final Database database;
  private final Datasets datasets;
  private final PrometheusMeterRegistry metrics;

  OperationResource(Database database, Datasets datasets, PrometheusMeterRegistry metrics) {
    this.database = database;
    this.datasets = datasets;
    this.metrics = metrics;
  }

  /** Always {@code UP}: a server that is not answers with a problem. */
  record Health(String status) {}

  /** Fails when one of the two databases does not answer. */
  @GetMapping("/health")
  Health health() {
    database.read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
    datasets.awaitOpen();
    return new Health("UP");
  }

  /** What a Prometheus server collects. Needs a key, as everything that is not open. */
  @GetMapping(path = "/metrics", produces = PROMETHEUS)
  String metrics() {
    return metrics.scrape();
  }
}
