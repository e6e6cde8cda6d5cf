package com.streamdata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.type.MethodMetadata;
import org.springframework.stereotype.Component;

/**
 * Leaves the library that describes the API asleep until somebody asks for the description, which
 * no start and no other request needs.
 */
@Component
final class LazyDescription implements BeanFactoryPostProcessor {
  private static final String LIBRARY = "org.springdoc.";

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    for (String name : factory.getBeanDefinitionNames()) {
      BeanDefinition definition = factory.getBeanDefinition(name);
      if (Objects.requireNonNullElse(origin(definition), "").startsWith(LIBRARY)) {
        definition.setLazyInit(true);
      }
    }
  }

  /** The class of a bean, or the one that has its factory method. */
  private static @Nullable String origin(BeanDefinition definition) {
    MethodMetadata method =
        definition instanceof AnnotatedBeanDefinition annotated
            ? annotated.getFactoryMethodMetadata()
            : null;
    return method == null ? definition.getBeanClassName() : method.getDeclaringClassName();
  }
}
