package com.streamdata.source.folder;

import com.streamdata.config.ServerConfig;
import com.streamdata.config.TemporaryFolder;
import com.streamdata.source.fetch.Connector;
import com.streamdata.source.fetch.Fetch;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Watches folders of this machine. */
@Component
final class FolderConnector implements Connector<FolderSettings> {
  private final WatchedFolder watched;
  private final TemporaryFolder temporary;
  private final InstantSource clock;

  FolderConnector(
      FolderConfig config, ServerConfig server, TemporaryFolder temporary, InstantSource clock) {
    this.watched = new WatchedFolder(config.watchedFolder(), server.dataDir());
    this.temporary = temporary;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "folder";
  }

  @Override
  public FolderSettings read(JsonNode members) {
    return FolderSettings.read(members);
  }

  @Override
  public Fetch fetch(FolderSettings settings) {
    return new FolderFetch(settings, watched, temporary, clock);
  }
}
