package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements that are not saved. */
@RestController
final class SourceQueryResource {
  private final SourceQueryService queries;

  SourceQueryResource(SourceQueryService queries) {
    this.queries = queries;
  }

  @PostMapping("/api/ds/query")
  ResponseEntity<QueryResults> query(Caller caller, HttpServletRequest request) {
    QueryResults results =
        queries.query(
            caller,
            () ->
                GrafanaJson.read(request, SourceQueryService.Wanted.class, LegacyErrors.BAD_BODY));
    return ResponseEntity.status(results.status()).body(results);
  }
}
