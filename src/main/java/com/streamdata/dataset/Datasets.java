package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of all sources, in one embedded DuckDB file. Whatever changes them returns after the
 * change is synced to disk; whatever reads them sees every change that has returned.
 */
public final class Datasets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);

  private final List<Consumer<SourceId>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong imports = new AtomicLong();
  private final Readers readers = new Readers();
  private final InstantSource clock;
  private final Store store;

  private Datasets(Path folder, InstantSource clock) {
    this.clock = clock;
    this.store = new Store(folder, this::announce, clock);
  }

  /**
   * Opens the store, or makes it. Returns at once: loading the engine takes a second, which the
   * rest of the start can use. Every method waits for it; {@link #awaitOpen} says whether it went
   * well.
   *
   * @param folder where everything is kept; made if it is missing
   */
  public static Datasets open(Path folder, InstantSource clock) {
    return new Datasets(folder, clock);
  }

  /**
   * Waits until the store is open.
   *
   * @throws AppException if it cannot be opened
   */
  public void awaitOpen() {
    store.awaitOpen();
  }

  /**
   * What is known of a source's rows; empty if nothing was ever created for it. Does not touch the
   * disk.
   */
  public Optional<Dataset> find(SourceId id) {
    return Optional.ofNullable(store.tables().get(id)).map(Table::dataset);
  }

  /** The version of {@link #find}; 0 if nothing was ever created. Costs a look into a map. */
  public long version(SourceId id) {
    Table table = store.tables().get(id);
    return table == null ? 0 : table.dataset().version();
  }

  /** What is kept of a source; everything if nothing was ever created. */
  public Keep keepOf(SourceId id) {
    Table table = store.tables().get(id);
    return table == null ? Keep.ALL : table.keep();
  }

  /**
   * Calls the listener for each source that has changed: after the commit, before it is
   * acknowledged. It must be quick.
   */
  public void onChange(Consumer<SourceId> listener) {
    listeners.add(listener);
  }

  /**
   * Makes an empty dataset. Does nothing if there is one.
   *
   * @throws AppException if two columns have the same name
   */
  public void create(SourceId id, List<Column> columns, Keep keep) {
    Table table = Table.create(id, columns, keep, clock.instant());
    change(
        id,
        connection -> {
          if (store.tables().containsKey(id)) {
            return Changed.NOTHING;
          }
          TableSql.create(connection, Dataset.tableName(id), table.slots());
          CatalogSql.insert(connection, table);
          return Changed.table(table);
        });
  }

  /**
   * Adds rows at the end; columns that the dataset lacks are added too.
   *
   * @return the dataset after the commit that holds the rows
   * @throws AppException if a row does not fit, there is no such dataset, too much is waiting, or
   *     the disk fails; then no row is kept
   */
  public Dataset append(SourceId id, Batch batch) {
    return await(store.writer().append(id, batch, null));
  }

  /**
   * Adds rows that were read, and how far that was, both or neither.
   *
   * @param batch may have no rows; then the version stays
   * @param from what {@link #positions} said when the reading began
   * @throws AppException also if others have read further meanwhile
   */
  public Dataset append(SourceId id, Batch batch, Positions from, Positions to) {
    return await(store.writer().append(id, batch, new Request.Reading(from, to)));
  }

  /** How far the rows of a source were read; forgotten when they are replaced. */
  public Positions positions(SourceId id) {
    Table table = store.tables().get(id);
    return table == null ? Positions.NONE : table.positions();
  }

  /**
   * Raises the version of a source whose rows are not here, because they may be others by now; its
   * empty table is left as it is.
   */
  public void renew(SourceId id) {
    change(
        id,
        connection -> {
          Table table = require(id).changed(0, clock.instant());
          CatalogSql.updateFigures(connection, List.of(table));
          return Changed.table(table);
        });
  }

  /** Starts to replace all rows and columns of a source, or to add many. */
  public Import replace(SourceId id, List<Column> columns) {
    String name = "import_" + imports.incrementAndGet();
    Table table = Table.create(id, columns, Keep.ALL, clock.instant());
    try {
      return new Import(store.file().connect(), name, table, clock.instant(), new Endings());
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  private final class Endings implements Import.Ending {
    @Override
    public void replace(String importName, Table imported) {
      change(
          imported.id(),
          connection -> {
            Table before = require(imported.id());
            Table table = before.replacedBy(imported, clock.instant());
            TableSql.drop(connection, Dataset.tableName(table.id()));
            TableSql.rename(connection, importName, Dataset.tableName(table.id()));
            if (!before.slots().equals(table.slots())) {
              CatalogSql.replaceSlots(connection, table);
            }
            if (!before.positions().equals(table.positions())) {
              CatalogSql.replacePositions(connection, table);
            }
            Table kept = table.surplus() > 0 ? Retention.trim(connection, table) : table;
            CatalogSql.updateFigures(connection, List.of(kept));
            return Changed.table(kept);
          });
    }

    @Override
    public long add(String importName, Table imported, @Nullable String key) {
      AtomicLong added = new AtomicLong();
      change(
          imported.id(),
          connection -> {
            Addition addition = new Addition(require(imported.id()), importName, imported, key);
            Changed done = addition.write(connection, clock.instant());
            added.set(addition.added());
            return done;
          });
      return added.get();
    }
  }

  /** Changes how much is kept; what is too much goes at once. */
  public void keep(SourceId id, Keep keep) {
    change(
        id,
        connection -> {
          Table table = require(id).keeping(keep);
          CatalogSql.updateKeep(connection, table);
          Changed tidied = Retention.tidy(connection, List.of(table), clock.instant());
          return tidied.tables().isEmpty() ? Changed.table(table) : tidied;
        });
  }

  /** Removes a dataset. Does nothing if there is none. */
  public void drop(SourceId id) {
    change(
        id,
        connection -> {
          TableSql.drop(connection, Dataset.tableName(id));
          CatalogSql.delete(connection, id);
          return new Changed(List.of(), List.of(id));
        });
  }

  /**
   * Reads in one consistent view of all tables. The connection cannot write, is used by the work
   * only, and on a thread of the store; results must not be left open.
   *
   * @throws SQLException what the work threw
   * @throws AppException if too many are waiting already
   */
  public <T> T read(Work<Connection, T> work) throws SQLException {
    return readers.read(store.file(), work);
  }

  /** Some rows in the order of their arrival. */
  public RowPage rows(SourceId id, long limit, long offset) {
    try {
      return read(connection -> RowPage.read(connection, require(id), limit, offset));
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** Finishes what was asked for, then closes the file. */
  @Override
  public void close() {
    readers.close();
    store.close();
  }

  private Table require(SourceId id) {
    Table table = store.tables().get(id);
    if (table == null) {
      throw new AppException(DatasetErrors.NOT_FOUND, "There are no rows of source " + id + ".");
    }
    return table;
  }

  private void change(SourceId id, Work<DuckDBConnection, Changed> work) {
    await(store.writer().change(id, work));
  }

  private void announce(SourceId id) {
    for (Consumer<SourceId> listener : listeners) {
      try {
        listener.accept(id);
      } catch (RuntimeException e) {
        LOG.error("A listener to changed rows failed", e);
      }
    }
  }

  private static <T> T await(Future<T> work) {
    try {
      return Failures.await(work);
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }
}
