package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import com.streamdata.source.SourceService;
import com.streamdata.source.SourceService.ReadableSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Sources as Grafana's clients know them; others than the caller may read do not exist. */
@RestController
final class DataSourceResource {
  private final SourceService sources;

  DataSourceResource(SourceService sources) {
    this.sources = sources;
  }

  /** What a client that knows a name asks for. */
  record Id(long id) {}

  @GetMapping("/api/datasources")
  List<DataSourceBody> list(Caller caller) {
    return sources.listReadable(caller).stream().map(DataSourceBody::of).toList();
  }

  @GetMapping("/api/datasources/uid/{uid}")
  DataSourceBody byUid(Caller caller, @PathVariable String uid) {
    return get(caller, source -> DataSources.uid(source.id()).equals(uid));
  }

  @GetMapping("/api/datasources/name/{name}")
  DataSourceBody byName(Caller caller, @PathVariable String name) {
    return get(caller, source -> source.name().equals(name));
  }

  @GetMapping("/api/datasources/{id}")
  DataSourceBody byId(Caller caller, @PathVariable String id) {
    return get(caller, source -> source.id().toString().equals(id));
  }

  @GetMapping("/api/datasources/id/{name}")
  Id idOf(Caller caller, @PathVariable String name) {
    return new Id(
        get(caller, source -> source.name().equals(name) || source.id().toString().equals(name))
            .id());
  }

  private DataSourceBody get(Caller caller, Predicate<ReadableSource> wanted) {
    Optional<ReadableSource> found =
        sources.listReadable(caller).stream().filter(wanted).findFirst();
    return found
        .map(DataSourceBody::of)
        .orElseThrow(() -> LegacyErrors.of(LegacyErrors.DATA_SOURCE_NOT_FOUND));
  }

  /** A source in Grafana's form; much of it has no meaning here and is as Grafana leaves it. */
  record DataSourceBody(
      long id,
      String uid,
      long orgId,
      String name,
      String type,
      String typeName,
      String typeLogoUrl,
      String access,
      String url,
      String user,
      String database,
      boolean basicAuth,
      String basicAuthUser,
      boolean withCredentials,
      boolean isDefault,
      Map<String, String> jsonData,
      Map<String, Boolean> secureJsonFields,
      long version,
      boolean readOnly) {
    static DataSourceBody of(ReadableSource source) {
      return new DataSourceBody(
          source.id().value(),
          DataSources.uid(source.id()),
          1,
          source.name(),
          "streamdata",
          "StreamData",
          "",
          "proxy",
          "",
          "",
          "",
          false,
          "",
          false,
          false,
          Map.of(),
          Map.of(),
          1,
          true);
    }
  }
}
