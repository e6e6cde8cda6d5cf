package com.streamdata.source.file;

import com.streamdata.source.file.SheetCell.Kind;
import com.streamdata.source.file.XlsxFormats.Shown;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Turns Excel's days since 1900, or since 1904 in workbooks of old Macs, into dates. */
final class SerialDay {
  private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
  private static final double LAST = 2_958_466;
  private static final long MILLIS = 86_400_000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** Excel takes 1900 for a leap year, so the days before its 29 February are one off. */
  private static final int FALSE_LEAP_DAY = 60;

  private SerialDay() {}

  /** A number that is shown as a date or a time; one beyond the year 9999 stays a number. */
  static SheetCell cell(int column, String number, Shown shown, boolean from1904) {
    double days = number.length() > 40 ? -1 : parse(number);
    if (!(days >= 0 && days < LAST)) {
      return new SheetCell(column, Kind.NUMBER, number);
    }
    long millis = Math.round(days * MILLIS);
    long day = Math.floorDiv(millis, MILLIS);
    LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(millis, MILLIS) * 1_000_000);
    if (shown == Shown.TIME && day == 0) {
      return new SheetCell(column, Kind.TIME, TIME.format(time));
    }
    LocalDate date = date(day, from1904);
    return shown == Shown.DATE && time.equals(LocalTime.MIDNIGHT)
        ? new SheetCell(column, Kind.DATE, date.toString())
        : new SheetCell(
            column, Kind.TIMESTAMP, date + "T" + DateTimeFormatter.ISO_TIME.format(time) + "Z");
  }

  private static LocalDate date(long day, boolean from1904) {
    if (from1904) {
      return FROM_1904.plusDays(day);
    }
    return FROM_1900.plusDays(day < FALSE_LEAP_DAY ? day + 1 : day);
  }

  private static double parse(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
