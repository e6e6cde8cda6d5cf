package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the writer knows of one table. A new one is made for every change and seen by others after
 * its commit.
 *
 * @param slots the columns of the dataset in its order
 * @param nextRow the {@link Dataset#ROW} of the next row; the rows kept are the {@code rowCount}
 *     before it
 * @param positions how far its rows were read from where they come from
 */
record Table(Dataset dataset, List<Slot> slots, long nextRow, Keep keep, Positions positions) {

  private static final int MOST_COLUMNS = 1000;

  Table {
    slots = List.copyOf(slots);
  }

  static Table create(SourceId id, List<Column> columns, Keep keep, Instant now) {
    List<Slot> slots = new ArrayList<>();
    columns.forEach(column -> add(slots, new Slot(column, Numbers.WHOLE), 1));
    return of(new Dataset(id, columns, 0, 0, now), slots, 0, keep, Positions.NONE);
  }

  private static Table of(
      Dataset dataset, List<Slot> slots, long nextRow, Keep keep, Positions positions) {
    var columns = slots.stream().map(Slot::column).toList();
    return new Table(
        new Dataset(
            dataset.id(), columns, dataset.rowCount(), dataset.version(), dataset.changedAt()),
        slots,
        nextRow,
        keep,
        positions);
  }

  SourceId id() {
    return dataset.id();
  }

  long firstRow() {
    return nextRow - dataset.rowCount();
  }

  /**
   * The columns that the table has once it holds the batch too.
   *
   * @throws AppException if it cannot hold it; the details name row and column
   */
  Table withColumnsOf(Batch batch) {
    List<Slot> all = new ArrayList<>(slots);
    for (Cells cells : batch.columns()) {
      int at = indexOf(all, cells.column().name());
      if (at < 0) {
        add(all, new Slot(cells.column(), cells.numbers()), batch.line(0));
      } else {
        all.set(at, fit(all.get(at), cells, batch));
      }
    }
    return all.equals(slots) ? this : of(dataset, all, nextRow, keep, positions);
  }

  /**
   * The columns that the table has once it holds the rows of the other too.
   *
   * @throws AppException if it cannot hold them; the details name the column
   */
  Table withColumnsOf(Table other) {
    List<Slot> all = new ArrayList<>(slots);
    for (Slot slot : other.slots) {
      int at = indexOf(all, slot.name());
      if (at < 0) {
        add(all, slot, 1);
      } else {
        all.set(at, fit(all.get(at), slot));
      }
    }
    return all.equals(slots) ? this : of(dataset, all, nextRow, keep, positions);
  }

  /** After a change that added so many rows at the end. */
  Table changed(long added, Instant now) {
    long rowCount = dataset.rowCount() + added;
    Dataset next =
        new Dataset(id(), dataset.columns(), rowCount, dataset.version() + 1, later(now));
    return new Table(next, slots, nextRow + added, keep, positions);
  }

  /** After the oldest so many rows were removed as part of a change. */
  Table without(long removed) {
    Dataset fewer =
        new Dataset(
            id(),
            dataset.columns(),
            dataset.rowCount() - removed,
            dataset.version(),
            dataset.changedAt());
    return new Table(fewer, slots, nextRow, keep, positions);
  }

  Table keeping(Keep newKeep) {
    return new Table(dataset, slots, nextRow, newKeep, positions);
  }

  /**
   * After its rows were read further.
   *
   * @throws AppException if somebody else has read further meanwhile
   */
  Table movedOn(Positions from, Positions to) {
    if (!positions.equals(from)) {
      throw new AppException(
          DatasetErrors.POSITIONS_MOVED, "Others have read further into source " + id() + ".");
    }
    return new Table(dataset, slots, nextRow, keep, to);
  }

  /** Takes over the rows and columns of an import; where its own rows came from is past then. */
  Table replacedBy(Table imported, Instant now) {
    var other = imported.dataset();
    Dataset next =
        new Dataset(id(), other.columns(), other.rowCount(), dataset.version() + 1, later(now));
    return new Table(next, imported.slots(), imported.nextRow(), keep, Positions.NONE);
  }

  /** Rows beyond what {@link Keep#rows} allows. */
  long surplus() {
    return keep.rows() == null ? 0 : Math.max(0, dataset.rowCount() - keep.rows());
  }

  /** Whether rows may have become too old. */
  boolean ages() {
    return keep.days() != null && dataset.rowCount() > 0;
  }

  /** Arrival times never go backwards, even if the clock of the machine does. */
  Instant later(Instant now) {
    return now.isBefore(dataset.changedAt()) ? dataset.changedAt() : now;
  }

  private static Slot fit(Slot slot, Cells cells, Batch batch) {
    ColumnType type = slot.column().type();
    ColumnType given = cells.column().type();
    if (type == ColumnType.TEXT && cells.canBeText()) {
      return slot;
    }
    if (type != given) {
      String message = "is " + given.wireName() + ", but the column is " + type.wireName();
      throw refused(batch.line(0), slot.name(), message);
    }
    var both = slot.numbers().and(cells.numbers());
    if (both.isEmpty()) {
      int row = cells.firstMisfit(slot.numbers());
      throw refused(batch.line(row), slot.name(), misfit(slot.numbers()));
    }
    return new Slot(slot.column(), both.get());
  }

  private static Slot fit(Slot slot, Slot given) {
    if (slot.column().type() != given.column().type()) {
      String message =
          "is %s, but the column is %s"
              .formatted(given.column().type().wireName(), slot.column().type().wireName());
      throw refused(1, slot.name(), message);
    }
    Numbers both =
        slot.numbers()
            .and(given.numbers())
            .orElseThrow(() -> refused(1, slot.name(), misfit(slot.numbers())));
    return new Slot(slot.column(), both);
  }

  private static String misfit(Numbers stored) {
    return stored == Numbers.FRACTIONS
        ? "is a whole number beyond 2^53, which a column with fractions cannot hold exactly;"
            + " declare the column as integer"
        : "has a fraction, but the column holds whole numbers beyond 2^53, which would be rounded";
  }

  private static void add(List<Slot> slots, Slot slot, long line) {
    String name = slot.name();
    if (Dataset.isHidden(name)) {
      throw refused(line, name, "is a name that the server keeps for itself; choose another one");
    }
    if (slots.size() == MOST_COLUMNS) {
      throw refused(line, name, "would be one column more than the " + MOST_COLUMNS + " allowed");
    }
    slots.add(slot);
  }

  boolean has(String column) {
    return indexOf(slots, column) >= 0;
  }

  private static int indexOf(List<Slot> slots, String name) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static AppException refused(long line, String column, String message) {
    return new AppException(
        DatasetErrors.ROWS_REFUSED,
        "Row " + line + ", column " + column + ": " + message,
        List.of(ErrorDetail.row(line, column, message)));
  }
}
