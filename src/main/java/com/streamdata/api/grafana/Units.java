package com.streamdata.api.grafana;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Units by Grafana's names, and what is written after our numbers. Grafana shows a name that it
 * does not know after the number, too.
 */
final class Units {
  private static final int LONGEST = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{3,}");

  private static final Map<String, String> OURS =
      Map.ofEntries(
          entry("celsius", "°C"),
          entry("fahrenheit", "°F"),
          entry("kelvin", "K"),
          entry("percent", "%"),
          entry("currencyUSD", "$"),
          entry("currencyEUR", "€"),
          entry("currencyGBP", "£"),
          entry("currencyJPY", "¥"),
          entry("lengthmm", "mm"),
          entry("lengthm", "m"),
          entry("lengthkm", "km"),
          entry("lengthft", "ft"),
          entry("lengthmi", "mi"),
          entry("massmg", "mg"),
          entry("massg", "g"),
          entry("masskg", "kg"),
          entry("masst", "t"),
          entry("litre", "L"),
          entry("mlitre", "mL"),
          entry("velocityms", "m/s"),
          entry("velocitykmh", "km/h"),
          entry("velocitymph", "mph"),
          entry("pressurehpa", "hPa"),
          entry("pressurebar", "bar"),
          entry("watt", "W"),
          entry("kwatt", "kW"),
          entry("watth", "Wh"),
          entry("kwatth", "kWh"),
          entry("volt", "V"),
          entry("amp", "A"),
          entry("hertz", "Hz"),
          entry("dB", "dB"),
          entry("ppm", "ppm"),
          entry("degree", "°"),
          entry("bytes", "B"),
          entry("reqps", "req/s"),
          entry("ms", "ms"),
          entry("s", "s"),
          entry("m", "min"),
          entry("h", "h"),
          entry("d", "d"));

  private Units() {}

  /** What is written after a number; null for nothing, or for a unit that would change it. */
  static @Nullable String ours(String grafanas) {
    String known = OURS.get(grafanas);
    if (known != null) {
      return known;
    }
    int colon = grafanas.indexOf(':');
    String own = colon < 0 ? grafanas : grafanas.substring(colon + 1);
    boolean plain = colon < 0 && NAME.matcher(grafanas).matches();
    boolean written =
        colon < 0
            || grafanas.startsWith("suffix:")
            || grafanas.startsWith("prefix:")
            || grafanas.startsWith("currency:");
    return plain || !written || own.isBlank() || own.length() > LONGEST ? null : own;
  }

  static String grafanas(String ours) {
    return OURS.entrySet().stream()
        .filter(unit -> unit.getValue().equals(ours))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("suffix:" + ours);
  }
}
