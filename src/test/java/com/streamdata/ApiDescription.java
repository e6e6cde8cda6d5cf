package com.streamdata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.KeyId;
import com.streamdata.access.ShareId;
import com.streamdata.access.SourceId;
import com.streamdata.access.UserId;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.Change;
import com.streamdata.http.Problem;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.SqlQuery;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/**
 * Describes the API as it is on the wire. The describing library reads our classes with Jackson 2,
 * the server writes them with Jackson 3: naming and what is required are told to it here.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(ApiDescription.SWITCH)
class ApiDescription {
  /** Off in all tests but the one that asks for the description. */
  static final String SWITCH = "springdoc.api-docs.enabled";

  private static final String KEY = "api_key";

  /** What has members of its own for each kind of source. */
  private static final List<String> BY_KIND =
      List.of("NewSource", "SourceChange", "SourceView", "Trial");

  /** Bodies that are read as they come, not as a record. */
  private static final Map<String, List<String>> BODIES =
      Map.of(
          "/sources/{id}/rows",
          List.of("application/json", "application/x-ndjson", "text/csv"),
          "/sources/{id}/file",
          List.of(
              "text/csv",
              "application/json",
              "application/x-ndjson",
              "application/vnd.apache.parquet",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              "multipart/form-data"));

  private static final Parameter IDEMPOTENCY_KEY =
      new HeaderParameter()
          .name("Idempotency-Key")
          .description("Repeating the request with it gives the first answer again, for 24 hours")
          .schema(string());

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class)
        .addSimpleTypesForParameterObject(
            DashboardId.class,
            SourceId.class,
            VisualizationId.class,
            ShareId.class,
            KeyId.class,
            UserId.class);
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("StreamData REST API")
                .version("1")
                .description(
                    "Dashboards, their data, and links to them. Send `Authorization: Bearer <API key>`."
                        + " Errors are problem documents (RFC 9457) with a stable `code`.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    KEY,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API key: sd_ and 40 hex digits")))
        .addSecurityItem(new SecurityRequirement().addList(KEY));
  }

  @Bean
  ModelResolver wireForm() {
    ObjectMapper mapper = Json31.mapper().copy();
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper.setAnnotationIntrospector(new RequiredUnlessNullable());
    return new ModelResolver(mapper).openapi31(true);
  }

  @Bean
  ModelConverter wireForms() {
    return new WireForms();
  }

  /** Every operation may answer with a problem; the order is one that does not change by itself. */
  @Bean
  OpenApiCustomizer problemsAndOrder() {
    return api -> {
      ModelConverters.getInstance(true)
          .readAll(Problem.class)
          .forEach(api.getComponents()::addSchemas);
      Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
      Content content =
          new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem));
      api.setServers(List.of());
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(operation -> describe(operation, content));
      BY_KIND.forEach(name -> schema(api, name).setAdditionalProperties(true));
      BODIES.forEach((path, types) -> addBody(post(api, path), types));
      api.getPaths().forEach(ApiDescription::name);
      api.getPaths().values().stream()
          .map(PathItem::getPost)
          .filter(post -> post != null && post.getResponses().containsKey("201"))
          .forEach(post -> post.addParametersItem(IDEMPOTENCY_KEY));
      api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
    };
  }

  private static Schema<?> schema(OpenAPI api, String name) {
    return Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
  }

  private static Operation post(OpenAPI api, String path) {
    return Objects.requireNonNull(api.getPaths().get(path), path).getPost();
  }

  /** Names that depend on nothing but the operation: {@code getDashboardsIdShares}. */
  private static void name(String path, PathItem item) {
    String words =
        Arrays.stream(path.split("[^A-Za-z]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    item.readOperationsMap()
        .forEach((method, operation) ->
            operation.setOperationId(method.name().toLowerCase(Locale.ROOT) + words));
  }

  private static void addBody(Operation operation, List<String> types) {
    Content content = new Content();
    types.forEach(type -> content.addMediaType(type, new MediaType().schema(new Schema<>())));
    operation.setRequestBody(new RequestBody().required(true).content(content));
  }

  private static void describe(Operation operation, Content problem) {
    operation
        .getResponses()
        .addApiResponse(
            "default", new ApiResponse().description("What went wrong").content(problem));
    if (operation.getTags() != null) {
      operation.setTags(
          operation.getTags().stream().map(tag -> tag.replaceAll("-resource$", "")).toList());
    }
  }

  /** Not of an immutable set: the library takes "null" out of it. */
  private static Schema<String> string() {
    return new Schema<String>().types(new HashSet<>(Set.of("string")));
  }

  /** A record's component is required unless it is marked {@code @Nullable}. */
  private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      return component(member)
          .map(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
          .orElseGet(() -> super.hasRequiredMarker(member));
    }

    private static Optional<RecordComponent> component(AnnotatedMember member) {
      RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
      if (components == null) {
        return Optional.empty();
      }
      return member instanceof AnnotatedParameter parameter
          ? Optional.of(components[parameter.getIndex()])
          : Arrays.stream(components)
              .filter(component -> component.getName().equals(member.getName()))
              .findFirst();
    }
  }

  /**
   * What our own forms are on the wire: a member of a PATCH is what it holds, a type that reads
   * itself from a string is a string, and what reads any JSON is anything.
   */
  private static final class WireForms implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      JavaType described = Json31.mapper().constructType(type.getType());
      Class<?> raw = described == null ? Object.class : described.getRawClass();
      if (raw == Change.class) {
        type.setType(Objects.requireNonNull(described).containedType(0));
        return context.resolve(type);
      }
      if (raw == SavedQuery.class) {
        return new Schema<>()
            .oneOf(List.of(own(Query.class, context), own(SqlQuery.class, context)));
      }
      if (raw.isRecord() && BY_KIND.contains(raw.getSimpleName())) {
        return chain.next().resolve(type, context, chain);
      }
      Optional<Class<?>> read = readsItselfFrom(raw);
      if (raw == JsonNode.class || read.filter(JsonNode.class::equals).isPresent()) {
        return new Schema<>();
      }
      if (raw == SseEmitter.class || (raw.isRecord() && read.isPresent())) {
        return string();
      }
      return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static Schema<?> own(Class<?> type, ModelConverterContext context) {
      return context.resolve(new AnnotatedType(type).resolveAsRef(true));
    }

    private static Optional<Class<?>> readsItselfFrom(Class<?> type) {
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(JsonCreator.class))
          .<Class<?>>map(method -> method.getParameterTypes()[0])
          .findFirst();
    }

    @Override
    public boolean isOpenapi31() {
      return true;
    }
  }
}
