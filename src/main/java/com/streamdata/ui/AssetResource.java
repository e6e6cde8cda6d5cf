package com.streamdata.ui;

import com.streamdata.error.AppException;
import com.streamdata.http.HttpErrors;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scripts and styles of the pages. */
@RestController
final class AssetResource {
  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final ObjectProvider<Assets> assets;

  AssetResource(ObjectProvider<Assets> assets) {
    this.assets = assets;
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> asset(
      @PathVariable String name,
      @RequestParam(name = "v", defaultValue = "") String version,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
    Asset asset =
        assets
            .getObject()
            .find(name)
            .orElseThrow(
                () -> new AppException(HttpErrors.NO_SUCH_ADDRESS, "There is no such asset."));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(asset.type())
            .cacheControl(neverChanges(name, version, asset) ? FOREVER : CacheControl.noCache())
            .varyBy(HttpHeaders.ACCEPT_ENCODING);
    return encodings.contains("gzip") ? compressed(answer, asset) : plain(answer, asset);
  }

  private static boolean neverChanges(String name, String version, Asset asset) {
    return Scripts.isNamedByItsBytes(name) || version.equals(asset.version());
  }

  private static ResponseEntity<byte[]> plain(ResponseEntity.BodyBuilder answer, Asset asset) {
    return answer.eTag(asset.version()).body(asset.plain());
  }

  /** With a tag of its own: strong tags stand for bytes (RFC 9110, 8.8.3.3). */
  private static ResponseEntity<byte[]> compressed(ResponseEntity.BodyBuilder answer, Asset asset) {
    return answer
        .eTag(asset.version() + "-gzip")
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(asset.gzip());
  }
}
