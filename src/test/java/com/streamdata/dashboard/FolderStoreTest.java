package com.streamdata.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.DashboardId;
import com.streamdata.access.UserId;
import com.streamdata.testing.StoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of folders and annotations, on both databases. */
class FolderStoreTest extends StoreContract {
  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00.123Z");
  private static final Instant LATER = NOW.plusSeconds(5);
  private static final UserId ANN = new UserId(1);
  private static final DashboardId DASHBOARD = new DashboardId(1);

  @BeforeEach
  void makeDashboard() {
    database()
        .write(handle -> {
          handle.execute(
              """
              INSERT INTO app_user (email, name, role, password_hash, disabled, created_at)
              VALUES ('ann@example.org', 'Ann', 'editor', 'h', false, 0)
              """);
          return handle.execute(
              """
              INSERT INTO dashboard (uid, name, owner_id, created_at, version, time_zone, tiles,
                                     filters)
              VALUES ('ops', 'Flights', 1, 0, 1, 'UTC', '[]', '[]')
              """);
        });
  }

  private <T extends @Nullable Object> T folders(Function<FolderStore, T> work) {
    return database().with(FolderStore.class, work);
  }

  private <T extends @Nullable Object> T annotations(Function<AnnotationStore, T> work) {
    return database().with(AnnotationStore.class, work);
  }

  private List<Annotation> listed(DashboardId dashboard, long from, long to) {
    return annotations(store -> store.list(dashboard, from, to));
  }

  private List<DashboardId> inside(FolderId folder) {
    return folders(store -> store.dashboardsIn(folder));
  }

  private Optional<Folder> find(String uid) {
    return folders(store -> store.find(uid));
  }

  private Optional<Annotation> find(long id) {
    return annotations(store -> store.find(id));
  }

  private long annotate(long time, long timeEnd, String tags) {
    return annotations(
        store -> store.insert(DASHBOARD, 4, ANN, time, timeEnd, "release", tags, NOW));
  }

  @Test
  void folderComesBackAsStored() {
    boolean first = folders(store -> store.insert("plants", "Plants", ANN, NOW));
    boolean again = folders(store -> store.insert("plants", "Others", ANN, NOW));

    Folder folder = find("plants").orElseThrow();
    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(folder)
        .isEqualTo(new Folder(folder.id(), "plants", "Plants", "ann@example.org", NOW, NOW, 1));
    assertThat(find("other")).isEmpty();
  }

  @Test
  void changedFolderHasAnotherVersion() {
    folders(store -> store.insert("plants", "Plants", ANN, NOW));
    FolderId id = find("plants").orElseThrow().id();

    folders(store -> {
      store.update(id, "Works", LATER);
      return true;
    });

    Folder changed = folders(store -> store.find(id)).orElseThrow();
    assertThat(changed.title()).isEqualTo("Works");
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void folderKnowsWhatIsInIt() {
    folders(store -> store.insert("plants", "Plants", ANN, NOW));
    FolderId id = find("plants").orElseThrow().id();

    database().write(handle -> handle.execute("UPDATE dashboard SET folder_id = ?", id.value()));

    assertThat(inside(id)).containsExactly(DASHBOARD);
  }

  @Test
  void annotationsOfAStretchOfTimeTouchIt() {
    long moment = annotate(1_000, 1_000, "[\"deploy\"]");
    long region = annotate(1_500, 9_000, "[]");

    assertThat(listed(DASHBOARD, 0, 1_200)).extracting(Annotation::id).containsExactly(moment);
    assertThat(listed(DASHBOARD, 2_000, 3_000)).extracting(Annotation::id).containsExactly(region);
    assertThat(listed(DASHBOARD, Long.MIN_VALUE, Long.MAX_VALUE))
        .extracting(Annotation::id)
        .containsExactly(region, moment);
    assertThat(listed(new DashboardId(2), 0, 9_000)).isEmpty();
  }

  @Test
  void annotationKnowsItsAuthorAndDashboard() {
    long id = annotate(1_000, 2_000, "[\"a\",\"b\"]");

    Annotation found = find(id).orElseThrow();

    assertThat(found.dashboardUid()).isEqualTo("ops");
    assertThat(found.userName()).isEqualTo("Ann");
    assertThat(found.tagList()).containsExactly("a", "b");
    long count = annotations(store -> store.count(DASHBOARD));
    assertThat(count).isEqualTo(1);
  }
}
