package com.streamdata.source.folder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What files of this machine sources may watch.
 *
 * @param watchedFolder the folder in which sources may name folders; null for none
 */
public record FolderConfig(@Nullable Path watchedFolder) {}
