package com.streamdata.dataset;

import static com.streamdata.dataset.SampleRows.fractions;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports whose rows come after those that are there. */
class AdditionTest {
  private static final SourceId ID = new SourceId(7);

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
  void rowsWhoseKeyIsThereAlreadyAreLeftOut() {
    datasets.append(ID, of(texts("key", "a", "b"), whole("v", 1, 2)));

    long added = add("KEY", of(texts("Key", "b", "c", "c"), whole("v", 20, 30, 31)));

    assertThat(added).isEqualTo(1);
    assertThat(rows())
        .containsExactly(new Object[] {"a", 1L}, new Object[] {"b", 2L}, new Object[] {"c", 30L});
  }

  @Test
  void nothingNewLeavesTheVersion() {
    datasets.append(ID, of(texts("key", "a")));
    long before = datasets.version(ID);

    assertThat(add("key", of(texts("key", "a")))).isZero();
    assertThat(datasets.version(ID)).isEqualTo(before);
  }

  @Test
  void withoutAKeyAllAreAddedAndNewColumnsToo() {
    datasets.append(ID, of(whole("v", 1)));

    assertThat(add(null, of(fractions("v", 0.5), texts("note", "x")))).isEqualTo(1);
    assertThat(rows()).containsExactly(new Object[] {1.0, null}, new Object[] {0.5, "x"});
    datasets.append(ID, of(whole("v", 2)));
    assertThat(rows()).hasSize(3);
  }

  @Test
  void whatDoesNotFitChangesNothingAndLeavesNothingBehind() throws Exception {
    datasets.append(ID, of(whole("v", 1)));

    assertThatThrownBy(() -> add(null, of(texts("v", "one"))))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("column v");
    assertThatThrownBy(() -> add("id", of(whole("v", 1))))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("key column id");
    assertThat(rows()).containsExactly(new Object[] {1L});
    assertThat(datasets.<List<String>>read(CatalogSql::unfinishedImports)).isEmpty();
  }

  @Test
  void onlyAsManyAsAreKeptStay() {
    datasets.keep(ID, new Keep(2L, null));

    assertThat(add(null, of(whole("v", 1, 2, 3)))).isEqualTo(3);
    assertThat(rows()).containsExactly(new Object[] {2L}, new Object[] {3L});
  }

  private long add(@Nullable String key, Batch batch) {
    try (Import imported = datasets.replace(ID, List.of())) {
      imported.append(batch);
      return imported.finishAdding(key);
    }
  }

  private List<@Nullable Object[]> rows() {
    return datasets.rows(ID, 10, 0).rows();
  }
}
