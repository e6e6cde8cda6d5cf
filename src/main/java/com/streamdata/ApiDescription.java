package com.streamdata;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.streamdata.access.Caller;
import com.streamdata.http.Change;
import com.streamdata.http.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;

/**
 * Describes the API as it is on the wire. The describing library reads our classes with Jackson 2,
 * the server writes them with Jackson 3: naming and what is required are told to it here.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
class ApiDescription {
  private static final String KEY = "api_key";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
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
  ModelConverter changes() {
    return new UnwrappingChanges();
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
      api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
    };
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

  /** A member of a PATCH is described by what it holds; any JSON is an object with any members. */
  private static final class UnwrappingChanges implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      var described = Json31.mapper().constructType(type.getType());
      if (described != null && described.getRawClass() == Change.class) {
        type.setType(described.containedType(0));
        Schema<?> inner = context.resolve(type);
        return inner;
      }
      if (described != null && described.getRawClass() == JsonNode.class) {
        return new Schema<Map<String, Object>>().types(Set.of("object"));
      }
      return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    @Override
    public boolean isOpenapi31() {
      return true;
    }
  }
}
