package com.streamdata.source.folder;

import com.streamdata.config.ServerConfig;
import com.streamdata.source.fetch.Connector;
import com.streamdata.source.fetch.Fetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Watches folders of this machine. */
@Component
final class FolderConnector implements Connector<FolderSettings> {
  private final WatchedFolder watched;
  private final Path scratch;
  private final InstantSource clock;

  FolderConnector(FolderConfig config, ServerConfig server, InstantSource clock)
      throws IOException {
    this.watched = new WatchedFolder(config.watchedFolder(), server.dataDir());
    this.scratch = Files.createDirectories(server.dataDir().resolve("rows/watched")).toRealPath();
    this.clock = clock;
    for (Path left : left()) {
      Files.deleteIfExists(left);
    }
  }

  /** What a killed process left there. */
  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(scratch)) {
      return files.toList();
    }
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
    return new FolderFetch(settings, watched, scratch, clock);
  }
}
