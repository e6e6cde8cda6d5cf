package com.streamdata.source.folder;

import com.streamdata.error.Checks;
import com.streamdata.http.RecordReader;
import com.streamdata.source.fetch.SourceSettings;
import com.streamdata.source.fetch.Taking;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a source of a folder needs to know.
 *
 * @param folder as seen from the folder that the administrator allows; null for that one itself
 * @param pattern which files are meant: {@code *} is any text, {@code ?} any sign; null for all
 * @param mode null for append
 * @param refreshSeconds how often is looked; a file must have been left alone for as long
 */
record FolderSettings(
    @Nullable String folder,
    @Nullable String pattern,
    @Nullable Mode mode,
    @Nullable Integer refreshSeconds)
    implements SourceSettings {
  private static final int USUAL_SECONDS = 10;
  private static final int LONGEST = 200;
  private static final int MOST_STARS = 5;
  private static final String NAME = "[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]*";
  private static final Pattern FOLDER = Pattern.compile(NAME + "(?:/" + NAME + ")*");
  private static final Pattern PATTERN = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

  FolderSettings {
    mode = mode == null ? Mode.APPEND : mode;
    refreshSeconds = refreshSeconds == null ? USUAL_SECONDS : refreshSeconds;
    new Checks()
        .that(
            folder == null || (folder.length() <= LONGEST && FOLDER.matcher(folder).matches()),
            "folder",
            "must be a folder's name, such as inbox or sales/2026")
        .that(
            pattern == null
                || (PATTERN.matcher(pattern).matches()
                    && pattern.chars().filter(sign -> sign == '*').count() <= MOST_STARS),
            "pattern",
            "must be like *.csv or sales-????.xlsx, with at most " + MOST_STARS + " stars")
        .that(
            refreshSeconds >= 5 && refreshSeconds <= 86_400,
            "refresh_seconds",
            "must be 5 to 86400")
        .done();
  }

  /** Reads what stands in a request or in the database. */
  static FolderSettings read(JsonNode members) {
    return RecordReader.read(members, FolderSettings.class);
  }

  /** Whether a file of this name is meant. Hidden files and unfinished copies never are. */
  boolean means(String name) {
    return !name.startsWith(".") && !name.endsWith("~") && names().matcher(name).matches();
  }

  private Pattern names() {
    StringBuilder regex = new StringBuilder();
    for (char sign : (pattern == null ? "*" : pattern).toCharArray()) {
      switch (sign) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(sign)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  Mode reading() {
    return Objects.requireNonNull(mode);
  }

  Duration step() {
    return Duration.ofSeconds(Objects.requireNonNull(refreshSeconds));
  }

  @Override
  public ObjectNode stored() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (folder != null) {
      json.put("folder", folder);
    }
    if (pattern != null) {
      json.put("pattern", pattern);
    }
    return json.put("mode", reading().wireName()).put("refresh_seconds", refreshSeconds);
  }

  @Override
  public ObjectNode shown() {
    return stored();
  }

  @Override
  public FolderSettings keepingSecretsOf(SourceSettings before) {
    return this;
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(step());
  }

  @Override
  public Taking taking() {
    return switch (reading()) {
      case APPEND -> new Taking.Append(null);
      case REPLACE -> new Taking.Replace();
    };
  }
}
