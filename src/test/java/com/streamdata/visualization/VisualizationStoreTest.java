package com.streamdata.visualization;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.access.VisualizationId;
import com.streamdata.testing.StoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of visualizations, on both databases. */
class VisualizationStoreTest extends StoreContract {
  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00.123Z");
  private static final DashboardId DASHBOARD = new DashboardId(1);
  private static final String QUERY = "{\"source\":\"1\",\"columns\":[\"Größe €\"]}";

  @BeforeEach
  void makeDashboard() {
    database()
        .write(handle -> {
          handle.execute(
              """
              INSERT INTO app_user (email, name, role, password_hash, disabled, created_at)
              VALUES ('ann@example.org', 'Ann', 'editor', 'h', false, 0)
              """);
          handle.execute(
              """
              INSERT INTO dashboard (uid, name, owner_id, created_at, version, time_zone, time_from,
                                     tiles, filters)
              VALUES ('u', 'Flights', 1, 0, 1, 'Europe/Berlin', 'now-7d', '[]', '[]')
              """);
          return handle.execute(
              """
              INSERT INTO source (dashboard_id, name, kind, columns, created_at)
              VALUES (1, 's', 'push', '[]', 0)
              """);
        });
  }

  private <T extends @Nullable Object> T with(Function<VisualizationStore, T> work) {
    return database().with(VisualizationStore.class, work);
  }

  private Optional<StoredVisualization> find(VisualizationId id) {
    return with(store -> store.find(id));
  }

  private List<StoredVisualization> list() {
    return with(VisualizationStore::list);
  }

  private List<StoredVisualization> listOf(DashboardId dashboard) {
    return with(store -> store.listOf(dashboard));
  }

  private Optional<Frame> frame(DashboardId dashboard) {
    return with(store -> store.findFrame(dashboard));
  }

  private Optional<DashboardId> dashboardOf(long source) {
    return with(store -> store.dashboardOf(new SourceId(source)));
  }

  private VisualizationId insert(String title) {
    long panelId = 101 + list().size();
    return with(store -> store.insert(DASHBOARD, "table", title, QUERY, "{}", panelId, null, NOW));
  }

  @Test
  void oneComesBackAsStored() {
    VisualizationId id = insert("Delays");

    assertThat(find(id))
        .hasValue(
            new StoredVisualization(
                id,
                DASHBOARD,
                "Flights",
                "ann@example.org",
                "table",
                "Delays",
                QUERY,
                "{}",
                101,
                null,
                1,
                NOW));
    assertThat(find(new VisualizationId(99))).isEmpty();
  }

  @Test
  void changeMakesItsVersionGrow() {
    VisualizationId id = insert("Delays");

    with(store -> {
      store.update(id, "piechart", "Late", QUERY, "{\"a\":1}", "{}");
      return true;
    });

    StoredVisualization changed = find(id).orElseThrow();
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.type()).isEqualTo("piechart");
    assertThat(changed.options()).isEqualTo("{\"a\":1}");
    assertThat(changed.place()).isEqualTo("{}");
  }

  @Test
  void theyComeInTheOrderOfTheirIds() {
    VisualizationId first = insert("b");
    VisualizationId second = insert("a");

    assertThat(list()).extracting(StoredVisualization::id).containsExactly(first, second);
    assertThat(listOf(DASHBOARD)).hasSize(2);
    assertThat(listOf(new DashboardId(2))).isEmpty();
  }

  @Test
  void dashboardSaysHowItsDataIsSeen() {
    assertThat(frame(DASHBOARD)).hasValue(new Frame("Europe/Berlin", "now-7d", null, "[]", "[]"));
    assertThat(dashboardOf(1)).hasValue(DASHBOARD);
    assertThat(dashboardOf(2)).isEmpty();
  }
}
