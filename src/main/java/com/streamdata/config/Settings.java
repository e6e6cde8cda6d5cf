package com.streamdata.config;

import com.streamdata.error.AppException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/**
 * All settings, read before anything starts.
 *
 * <p>A setting is a component of one of the features' {@code …Config} records: {@code dataDir} is
 * {@code STREAMDATA_DATA_DIR}. The environment wins over the file {@code streamdata.properties} in
 * the data folder, which uses the same names. A secret may stand in a file of its own, named by the
 * setting with {@code _FILE} appended. A name that nobody owns stops the start.
 */
public final class Settings {
  private static final String PREFIX = "STREAMDATA_";
  private static final String FILE_SUFFIX = "_FILE";
  private static final String DATA_DIR = PREFIX + "DATA_DIR";
  static final String FILE_NAME = "streamdata.properties";

  private final Map<Class<?>, Record> configs = new LinkedHashMap<>();

  /**
   * Reads and checks.
   *
   * @param environment the process's environment; names that do not start with STREAMDATA_ are
   *     ignored
   * @param types every feature's config record
   * @throws SettingsException naming each wrong or unknown setting
   */
  public Settings(Map<String, String> environment, List<Class<? extends Record>> types) {
    Map<String, RecordComponent> known = known(types);
    Map<String, String> given = new TreeMap<>(file(environment));
    environment.forEach((name, value) -> {
      if (name.startsWith(PREFIX)) {
        given.put(name, value);
        if (!environment.containsKey(otherForm(name))) {
          given.remove(otherForm(name));
        }
      }
    });
    List<String> problems = new ArrayList<>();
    Map<String, String> values = resolve(given, known, problems);
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    values.forEach((name, value) -> source.put(property(name), value));
    ApplicationConversionService conversion = new ApplicationConversionService();
    conversion.addConverter(String.class, Secret.class, Secret::new);
    Binder binder = new Binder(List.of(source), null, conversion);
    types.forEach(type -> bind(binder, type, problems));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  public <T extends Record> T get(Class<T> type) {
    Record config = configs.get(type);
    if (config == null) {
      throw new IllegalArgumentException(type + " is not among the config records");
    }
    return type.cast(config);
  }

  /** Every config record, by its type. */
  public Map<Class<?>, Record> all() {
    return Map.copyOf(configs);
  }

  /** The name of a component in the environment. */
  public static String name(RecordComponent component) {
    return PREFIX + component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private void bind(Binder binder, Class<? extends Record> type, List<String> problems) {
    try {
      configs.put(type, binder.bindOrCreate("streamdata", Bindable.of(type)));
    } catch (BindException e) {
      problems.add(explain(e));
    }
  }

  private static String explain(BindException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof AppException wrong) {
        return String.join(
            System.lineSeparator(),
            wrong.details().stream().map(d -> d.field() + " " + d.message()).toList());
      }
    }
    String name =
        exception.getName().toString().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    return name
        + " must be a "
        + exception.getTarget().getType()
        + ", such as in docs/configuration.md";
  }

  private static Map<String, RecordComponent> known(List<Class<? extends Record>> types) {
    Map<String, RecordComponent> known = new TreeMap<>();
    for (Class<? extends Record> type : types) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (known.put(name(component), component) != null) {
          throw new IllegalStateException(name(component) + " has two owners");
        }
      }
    }
    return known;
  }

  private static Map<String, String> resolve(
      Map<String, String> given, Map<String, RecordComponent> known, List<String> problems) {
    Map<String, String> values = new TreeMap<>();
    given.forEach((name, value) -> {
      String bare =
          name.endsWith(FILE_SUFFIX)
              ? name.substring(0, name.length() - FILE_SUFFIX.length())
              : null;
      if (known.containsKey(name)) {
        if (!value.isEmpty()) {
          values.put(name, value);
        }
      } else if (bare != null && isSecret(known.get(bare))) {
        if (given.containsKey(bare)) {
          problems.add(bare + " and " + name + " are both set; keep one of them");
        } else {
          readSecret(name, value, problems).ifPresent(secret -> values.put(bare, secret));
        }
      } else {
        problems.add(name + " is not a setting; the nearest is " + nearest(name, known));
      }
    });
    return values;
  }

  /** A secret as itself or by its file: what the environment says wins over both in the file. */
  private static String otherForm(String name) {
    return name.endsWith(FILE_SUFFIX)
        ? name.substring(0, name.length() - FILE_SUFFIX.length())
        : name + FILE_SUFFIX;
  }

  private static boolean isSecret(@Nullable RecordComponent component) {
    return component != null && component.getType() == Secret.class;
  }

  private static java.util.Optional<String> readSecret(
      String name, String path, List<String> problems) {
    try {
      return java.util.Optional.of(Files.readString(Path.of(path)).strip());
    } catch (IOException e) {
      problems.add(name + " names a file that cannot be read: " + path);
      return java.util.Optional.empty();
    }
  }

  private static Map<String, String> file(Map<String, String> environment) {
    Path path = Path.of(environment.getOrDefault(DATA_DIR, "data"), FILE_NAME);
    Map<String, String> values = new TreeMap<>();
    if (Files.exists(path)) {
      Properties properties = new Properties();
      try (var reader = Files.newBufferedReader(path)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new SettingsException(path + " cannot be read: " + e.getMessage());
      }
      properties.forEach((name, value) -> values.put(name.toString(), value.toString().strip()));
      if (values.containsKey(DATA_DIR)) {
        throw new SettingsException(
            DATA_DIR + " cannot stand in " + path + ", which lies in that folder");
      }
    }
    return values;
  }

  private static String property(String name) {
    return "streamdata."
        + name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String nearest(String name, Map<String, RecordComponent> known) {
    Stream<String> names =
        known.entrySet().stream()
            .flatMap(entry ->
                isSecret(entry.getValue())
                    ? Stream.of(entry.getKey(), entry.getKey() + FILE_SUFFIX)
                    : Stream.of(entry.getKey()));
    return names
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .orElse("none");
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
