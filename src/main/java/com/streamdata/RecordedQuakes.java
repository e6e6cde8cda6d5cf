package com.streamdata;

import com.streamdata.http.RecordReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The earthquakes of one week as USGS told of them, the oldest first. */
final class RecordedQuakes {
  private final List<Quake> quakes;

  private record Quake(double magnitude, double depth, String region) {
    static Quake of(JsonNode feature) {
      String place = feature.at("/properties/place").asString("");
      return new Quake(
          feature.at("/properties/mag").asDouble(0),
          feature.at("/geometry/coordinates/2").asDouble(0),
          place.substring(place.lastIndexOf(", ") + 1).strip().replaceFirst("^CA$", "California"));
    }

    String size() {
      return magnitude < 1.5
          ? "micro"
          : magnitude < 3 ? "minor" : magnitude < 5 ? "light" : "strong";
    }
  }

  /**
   * Reads them.
   *
   * @param geoJson the newest first
   */
  RecordedQuakes(byte[] geoJson) {
    quakes =
        RecordReader.parse(geoJson)
            .path("features")
            .valueStream()
            .map(Quake::of)
            .toList()
            .reversed();
  }

  /**
   * One of them as a row, as if it happened at another time.
   *
   * @param number any: after the last comes the first again
   */
  ObjectNode row(long number, Instant at) {
    Quake quake = quakes.get((int) Math.floorMod(number, quakes.size()));
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
        .put("magnitude", quake.magnitude())
        .put("depth", quake.depth())
        .put("size", quake.size())
        .put("region", quake.region());
  }
}
