package com.streamdata.source;

import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import com.streamdata.http.HttpErrors;
import com.streamdata.source.push.PushFormat;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows of a source. */
@RestController
final class RowResource {
  private final RowService rows;

  RowResource(RowService rows) {
    this.rows = rows;
  }

  @PostMapping("/sources/{id}/rows")
  RowService.Accepted push(Caller caller, @PathVariable SourceId id, HttpServletRequest request)
      throws IOException {
    PushFormat format = format(request.getContentType());
    boolean gzip = isGzip(request.getHeader("Content-Encoding"));
    return rows.push(caller, id, request.getInputStream(), format, gzip);
  }

  @GetMapping("/sources/{id}/rows")
  RowsView list(
      Caller caller,
      @PathVariable SourceId id,
      @RequestParam(defaultValue = "100") long limit,
      @RequestParam(defaultValue = "0") long offset) {
    return RowsView.of(rows.rows(caller, id, limit, offset));
  }

  private static PushFormat format(@Nullable String contentType) {
    return PushFormat.of(contentType == null ? "" : contentType)
        .orElseThrow(() ->
            new AppException(
                HttpErrors.UNSUPPORTED_TYPE,
                "Send application/json, application/x-ndjson or text/csv."));
  }

  private static boolean isGzip(@Nullable String encoding) {
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return false;
    }
    if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
      return true;
    }
    throw new AppException(
        HttpErrors.UNSUPPORTED_TYPE, "Only gzip is unpacked, not " + encoding + ".");
  }
}
