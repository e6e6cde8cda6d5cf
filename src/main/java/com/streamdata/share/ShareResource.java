package com.streamdata.share;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.ShareId;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sharing, for those who may. */
@RestController
final class ShareResource {
  private final ShareService shares;
  private final ShareListing listing;

  ShareResource(ShareService shares, ShareListing listing) {
    this.shares = shares;
    this.listing = listing;
  }

  /**
   * Links, the newest last for one dashboard and first for all.
   *
   * @param sendsMail whether this server can send invitations and codes
   */
  record Shares(List<ListedShare> shares, boolean sendsMail) {}

  @PostMapping("/dashboards/{id}/share")
  ShareService.CreatedShare shareDashboard(
      Caller caller, @PathVariable DashboardId id, @RequestBody NewShare request) {
    return shares.shareDashboard(caller, id, request);
  }

  @PostMapping("/visualizations/{id}/share")
  ShareService.CreatedShare shareVisualization(
      Caller caller,
      @PathVariable VisualizationId id,
      @RequestBody(required = false) @Nullable NewVisualizationShare request) {
    return shares.shareVisualization(
        caller, id, Objects.requireNonNullElse(request, NewVisualizationShare.PLAIN));
  }

  @GetMapping("/dashboards/{id}/shares")
  Shares list(Caller caller, @PathVariable DashboardId id) {
    return new Shares(listing.list(caller, id), listing.sendsMail());
  }

  @GetMapping("/shares")
  Shares listAll(Caller caller, Page page) {
    return new Shares(listing.listAll(caller, page), listing.sendsMail());
  }

  @GetMapping("/shares/{id}/qr.svg")
  ResponseEntity<String> qrCode(Caller caller, @PathVariable ShareId id) {
    return ResponseEntity.ok()
        .header("Content-Type", "image/svg+xml")
        .cacheControl(CacheControl.noStore())
        .body(listing.qrCode(caller, id));
  }

  @PostMapping("/shares/{id}/rotate")
  ListedShare rotate(Caller caller, @PathVariable ShareId id) {
    return shares.rotate(caller, id);
  }

  @PatchMapping("/shares/{id}")
  ListedShare change(Caller caller, @PathVariable ShareId id, @RequestBody ShareChange change) {
    return shares.change(caller, id, change);
  }

  @DeleteMapping("/shares/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(Caller caller, @PathVariable ShareId id) {
    shares.revoke(caller, id);
  }
}
