package com.streamdata.dataset;

import static com.streamdata.dataset.SampleRows.of;
import static com.streamdata.dataset.SampleRows.texts;
import static com.streamdata.dataset.SampleRows.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far rows were read is stored with them. */
class PositionsTest {
  private static final SourceId ID = new SourceId(7);
  private static final Positions FIVE = new Positions(Map.of("t/0", 5L, "t/1", 2L));
  private static final Batch NO_ROWS = new Batch(List.of(), 0, 0, new int[0]);

  @TempDir private Path folder;
  private Datasets datasets;

  @BeforeEach
  void open() {
    datasets = Datasets.open(folder, InstantSource.system());
    datasets.create(ID, List.of(), Keep.ALL);
  }

  @AfterEach
  void close() {
    datasets.close();
  }

  @Test
  void positionsAndRowsAreThereTogetherAlsoAfterReopening() {
    datasets.append(ID, of(whole("v", 1, 2)), Positions.NONE, FIVE);

    datasets.close();
    datasets = Datasets.open(folder, InstantSource.system());

    assertThat(datasets.positions(ID)).isEqualTo(FIVE);
    assertThat(datasets.find(ID).orElseThrow().rowCount()).isEqualTo(2);
  }

  @Test
  void rowsThatAreReadTwiceAreStoredOnce() {
    datasets.append(ID, of(whole("v", 1, 2)), Positions.NONE, FIVE);

    assertThatThrownBy(() -> datasets.append(ID, of(whole("v", 1, 2)), Positions.NONE, FIVE))
        .isInstanceOf(AppException.class);

    assertThat(datasets.find(ID).orElseThrow().rowCount()).isEqualTo(2);
  }

  @Test
  void rowsThatDoNotFitDoNotMoveThePositions() {
    datasets.append(ID, of(whole("v", 1)), Positions.NONE, FIVE);
    Positions six = FIVE.with(Map.of("t/0", 6L));

    assertThatThrownBy(() -> datasets.append(ID, of(texts("v", "x")), FIVE, six))
        .isInstanceOf(AppException.class);

    assertThat(datasets.positions(ID)).isEqualTo(FIVE);
  }

  @Test
  void positionsMoveWithoutRowsAndTheVersionStays() {
    long version = datasets.version(ID);

    datasets.append(ID, NO_ROWS, Positions.NONE, FIVE);

    assertThat(datasets.positions(ID)).isEqualTo(FIVE);
    assertThat(datasets.version(ID)).isEqualTo(version);
  }

  @Test
  void otherChangesKeepThePositionsButReplacingForgetsThem() {
    datasets.append(ID, of(whole("v", 1, 2, 3)), Positions.NONE, FIVE);
    datasets.append(ID, of(whole("w", 1)));
    datasets.keep(ID, new Keep(2L, null));
    assertThat(datasets.positions(ID)).isEqualTo(FIVE);

    try (Import other = datasets.replace(ID, List.of())) {
      other.append(of(whole("v", 9)));
      other.finish();
    }

    assertThat(datasets.positions(ID)).isEqualTo(Positions.NONE);
  }

  @Test
  void ofWhatWasDroppedNothingIsLeft() {
    datasets.append(ID, of(whole("v", 1)), Positions.NONE, FIVE);

    datasets.drop(ID);
    datasets.create(ID, List.of(), Keep.ALL);
    datasets.close();
    datasets = Datasets.open(folder, InstantSource.system());

    assertThat(datasets.positions(ID)).isEqualTo(Positions.NONE);
  }
}
