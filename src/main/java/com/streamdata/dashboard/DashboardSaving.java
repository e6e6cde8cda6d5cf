package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.access.Uid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a whole dashboard is to be saved.
 *
 * @param id of the one it replaces; null to go by the uid
 * @param uid its uid from now on; null to keep it, or for one that nobody has
 * @param version the one the sender has seen; null if it has seen none
 * @param overwrite whether it replaces what the sender has not seen
 * @param folder null for none
 * @param tags by which it may be found
 * @param original what was sent, word for word, as a JSON object
 */
public record DashboardSaving(
    @Nullable DashboardId id,
    @Nullable String uid,
    @Nullable Long version,
    boolean overwrite,
    @Nullable String folder,
    List<String> tags,
    String original) {
  private static final int LONGEST_UID = 40;

  public DashboardSaving {
    tags = List.copyOf(tags);
    ImportErrors.require(uid == null || uid.length() <= LONGEST_UID, ImportErrors.LONG_UID);
    ImportErrors.require(uid == null || Uid.isValid(uid), ImportErrors.BAD_UID);
  }
}
