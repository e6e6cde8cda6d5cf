package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stored sources as Grafana's data sources, and statements to them. */
class DataSourceApiTest extends ApiContract {

  private static SharedPanels shared() {
    return SharedPanels.create(server(), "{}", SharedPanels.table(1, "SELECT 1"));
  }

  private static TestAnswer ask(String query, String times) {
    return server().admin().post("/api/ds/query", "{\"queries\": [" + query + "]" + times + "}");
  }

  private static String query(String source, String sql, String more) {
    return "{\"refId\": \"Q\", \"rawSql\": \"%s\", \"datasource\": {\"uid\": \"source-%s\"}%s}"
        .formatted(sql, source, more);
  }

  @Test
  void sourceIsFoundByUidNameAndNumber() {
    String source = shared().source();

    JsonNode found =
        server().admin().get("/api/datasources/uid/source-" + source).expect(200).json();

    assertThat(found.path("id").asString()).isEqualTo(source);
    assertThat(found.path("name").asString()).isEqualTo("readings");
    assertThat(found.path("type").asString()).isEqualTo("streamdata");
    assertThat(found.path("readOnly").asBoolean()).isTrue();
    assertThat(server().admin().get("/api/datasources/" + source).expect(200).json())
        .isEqualTo(found);
    assertThat(
            server().admin().get("/api/datasources/name/readings").expect(200).json().path("name"))
        .isEqualTo(found.path("name"));
    assertThat(server().admin().get("/api/datasources/id/" + source).expect(200).json().toString())
        .isEqualTo("{\"id\":" + source + "}");
    assertThat(
            StreamSupport.stream(
                server().admin().get("/api/datasources/").expect(200).json().spliterator(), false))
        .contains(found);
  }

  @Test
  void unknownSourceIsNotFoundInTheLegacyForm() {
    for (String path : new String[] {"uid/source-999999", "name/nothing", "999999", "id/nothing"}) {
      TestAnswer answer = server().admin().get("/api/datasources/" + path).expect(404);

      assertThat(answer.text()).isEqualTo("{\"message\":\"Data source not found\"}");
    }
  }

  @Test
  void statementIsRunInTheTimeThatIsAskedFor() {
    String source = shared().source();
    String sql =
        "SELECT seen AS time, celsius, site FROM readings WHERE $__timeFilter(seen) ORDER BY 1";

    JsonNode frame =
        ask(
                query(source, sql, ", \"format\": \"time_series\""),
                ", \"from\": \"1767225600000\", \"to\": \"1767225600000\"")
            .expect(200)
            .json()
            .at("/results/Q/frames/0");

    assertThat(frame.at("/schema/fields/1/labels/site").asString()).isEqualTo("north");
    assertThat(frame.at("/data/values").toString()).isEqualTo("[[1767225600000],[20.5]]");
  }

  @Test
  void failureIsToldForItsRef() {
    String source = shared().source();

    TestAnswer hostile = ask(query(source, "SELECT getenv('HOME')", ""), "").expect(400);
    TestAnswer other = ask(query(source, "SELECT * FROM source_1", ""), "").expect(400);

    assertThat(hostile.json().at("/results/Q/error").asString()).contains("no function getenv");
    assertThat(other.json().at("/results/Q/error").asString()).contains("no source called");
    assertThat(other.json().at("/results/Q/status").asInt()).isEqualTo(400);
  }

  @Test
  void wrongRequestsAreRefusedInTheLegacyForm() {
    String source = shared().source();

    assertThat(ask("", "").expect(400).text())
        .isEqualTo("{\"message\":\"Send 1 to 100 queries.\"}");
    ask(query(source, "", ""), "").expect(400);
    ask(query(source, "SELECT 1", ""), ", \"from\": \"nonsense\", \"to\": \"now\"").expect(400);
    assertThat(ask(query("999999", "SELECT 1", ""), "").expect(404).text())
        .isEqualTo("{\"message\":\"Data source not found\"}");
  }

  @Test
  void statementMayReadOnlyWhatItsCallerMayRead() {
    SharedPanels mine = shared();
    String dashboard = dashboard("Other");
    String id =
        server()
            .admin()
            .get("/api/dashboards/uid/" + dashboard)
            .json()
            .at("/dashboard/id")
            .asString();
    server()
        .admin()
        .post("/dashboards/" + id + "/sources", "{\"name\": \"hidden\", \"kind\": \"push\"}")
        .expect(201);
    String all = "{\"action\": \"%s\", \"scope\": \"dashboards:uid:%s\"}";
    String uid = uidOfSource(mine.source());
    String key =
        server()
            .admin()
            .post(
                "/keys",
                "{\"name\": \"limited\", \"permissions\": ["
                    + all.formatted("dashboards:read", uid)
                    + ","
                    + all.formatted("dashboards:write", uid)
                    + ","
                    + all.formatted("datasources:read", uid)
                    + "]}")
            .expect(201)
            .json()
            .path("key")
            .asString();
    String own = query(mine.source(), "SELECT count(*) FROM readings", "");
    String others = query(mine.source(), "SELECT count(*) FROM hidden", "");

    server().as(key).post("/api/ds/query", "{\"queries\": [" + own + "]}").expect(200);
    TestAnswer refused =
        server().as(key).post("/api/ds/query", "{\"queries\": [" + others + "]}").expect(400);

    assertThat(refused.json().at("/results/Q/error").asString()).contains("may not read");
  }

  /** Of the dashboard that a source belongs to. */
  private static String uidOfSource(String source) {
    for (JsonNode dashboard : server().admin().get("/dashboards").json().path("dashboards")) {
      JsonNode whole =
          server().admin().get("/dashboards/" + dashboard.path("id").asString()).json();
      for (JsonNode each : whole.path("sources")) {
        if (each.path("id").asString().equals(source)) {
          return whole.path("uid").asString();
        }
      }
    }
    throw new IllegalStateException(source);
  }
}
