package com.streamdata.source;

import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.http.HttpErrors;
import com.streamdata.source.file.FileFormat;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Files for a source. */
@RestController
final class FileResource {
  private final ImportService imports;

  FileResource(ImportService imports) {
    this.imports = imports;
  }

  @PostMapping("/sources/{id}/file")
  ResponseEntity<?> upload(Caller caller, @PathVariable SourceId id, HttpServletRequest request)
      throws IOException {
    FileImport started;
    if (request instanceof MultipartHttpServletRequest form) {
      MultipartFile file = form.getFile("file");
      Checks.require(file != null, "file", "is required: the file, as a part of the form");
      started = start(caller, id, java.util.Objects.requireNonNull(file));
    } else {
      Optional<FileFormat> format = format(request.getContentType());
      started = imports.start(caller, id, format, request.getInputStream());
    }
    return imports.isQuick(started)
        ? ResponseEntity.ok(imports.imported(started))
        : ResponseEntity.accepted()
            .location(URI.create("/sources/" + id + "/imports/" + started.id()))
            .body(started.view());
  }

  private FileImport start(Caller caller, SourceId id, MultipartFile file) throws IOException {
    // What a browser says of a file's type is a guess by its name; the file knows better.
    try (InputStream body = file.getInputStream()) {
      return imports.start(caller, id, Optional.empty(), body);
    }
  }

  @GetMapping("/sources/{id}/imports/{importId}")
  ImportView get(Caller caller, @PathVariable SourceId id, @PathVariable long importId) {
    return imports.get(caller, id, importId);
  }

  private static Optional<FileFormat> format(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType;
    if (FileFormat.isOpen(type)) {
      return Optional.empty();
    }
    return Optional.of(
        FileFormat.of(type)
            .orElseThrow(() ->
                new AppException(
                    HttpErrors.UNSUPPORTED_TYPE,
                    "Send text/csv, application/json, application/x-ndjson,"
                        + " application/vnd.apache.parquet, an Excel workbook as"
                        + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet or a"
                        + " form with the field file.")));
  }
}
