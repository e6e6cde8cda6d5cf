package com.streamdata.source.rest;

import com.streamdata.config.TemporaryFolder;
import com.streamdata.outbound.HttpFetch;
import com.streamdata.outbound.HttpLimits;
import com.streamdata.source.fetch.Connector;
import com.streamdata.source.fetch.Fetch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sources of kind {@code rest}. */
@Component
final class RestConnector implements Connector<RestSettings> {
  private final HttpFetch http;
  private final TemporaryFolder temporary;

  RestConnector(HttpFetch http, TemporaryFolder temporary) {
    this.http = http;
    this.temporary = temporary;
  }

  @Override
  public String kind() {
    return "rest";
  }

  @Override
  public RestSettings read(JsonNode members) {
    return RestSettings.read(members);
  }

  @Override
  public Fetch fetch(RestSettings settings) {
    return new RestFetch(settings, http, temporary, HttpLimits.USUAL);
  }
}
