package com.streamdata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.streamdata.http.HotAnswers;
import com.streamdata.source.fetch.SafeXml;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** How the packages hang together, and what no class does. */
class ArchitectureTest {
  private static final String ROOT = "com.streamdata";

  /** Each may use only those before it; the root puts the server together and may use all. */
  private static final List<String> ORDER =
      List.of(
          "error",
          // plumbing
          "config",
          "db",
          "http",
          "outbound",
          // who may do what
          "access",
          "mail",
          "dataset",
          "engine",
          "live",
          "identity",
          "source.fetch",
          "source.push",
          "source.file",
          "source.folder",
          "source.rest",
          "source.kafka",
          "source.sql",
          "source",
          "query.time",
          "query.table",
          "query.filter",
          "query.variable",
          "query.ask",
          "query.rules",
          "query.bucket",
          "query.plan",
          "query.answer",
          "query.remote",
          "query.statement.macro",
          "query.statement.gate",
          "query.statement",
          "query",
          "visualization",
          "dashboard",
          "share",
          // nobody uses these
          "api.grafana",
          "ui");

  private static final List<String> BANNED_NAMES =
      List.of("Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Dto", "DTO");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesUseOnlyWhatStandsBeforeThem() {
    classes().should(useOnlyEarlierPackages()).check(PRODUCT);
  }

  @Test
  void nothingGoesInCircles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void failuresKnowNothingButJava() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".error..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + ".error..", "java..", "org.jspecify..")
        .check(PRODUCT);
  }

  /** A filter that is a bean is put before Spring Security by Spring Boot. */
  @Test
  void onlyHotAnswersComeBeforeSecurity() {
    classes()
        .that(assignableTo(Filter.class))
        .and()
        .doNotBelongToAnyOf(HotAnswers.class)
        .should()
        .notBeMetaAnnotatedWith(Component.class)
        .check(PRODUCT);
    methods()
        .that()
        .areAnnotatedWith(Bean.class)
        .should()
        .notHaveRawReturnType(assignableTo(Filter.class))
        .check(PRODUCT);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".http.HttpConfig")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(FilterRegistrationBean.class)
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("WebFilter")
        .check(PRODUCT);
  }

  @Test
  void onlyResourcesAreMappedToAddresses() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .areNotMetaAnnotatedWith(ControllerAdvice.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.web.bind.annotation..")
        .check(PRODUCT);
  }

  @Test
  void onlyTheWelcomeIsPrinted() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Welcome.class.getName())
        .should()
        .accessField(System.class, "out")
        .check(PRODUCT);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(StreamData.class.getName())
        .should()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(PRODUCT);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Logger.class.getPackageName())
        .check(PRODUCT);
  }

  @Test
  void nobodySleeps() {
    JavaClasses all = new ClassFileImporter().importPackages(ROOT);

    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .check(all);
  }

  /** The JDK's parsers read local files and fetch what a document names, unless told not to. */
  @Test
  void onlyOneClassMakesParsersOfXml() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SafeXml.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.xml.parsers..",
            "javax.xml.transform..",
            "javax.xml.validation..",
            "org.w3c.dom.ls..",
            "org.xml..",
            "tools.jackson.dataformat..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("javax\\.xml\\..*Factory")
        .check(PRODUCT);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields().should().beAnnotatedWith(Autowired.class).check(PRODUCT);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses().should(haveABannedName()).check(PRODUCT);
    noClasses().should().resideInAnyPackage("..common..", "..util..", "..utils..").check(PRODUCT);
  }

  private static ArchCondition<JavaClass> useOnlyEarlierPackages() {
    return new ArchCondition<>("use only packages that stand before their own") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        if (user.getPackageName().equals(ROOT)) {
          return;
        }
        int place = place(user);
        user.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isOurs(dependency.getTargetClass()))
            .filter(dependency -> place(dependency.getTargetClass()) > place)
            .forEach(dependency ->
                events.add(SimpleConditionEvent.violated(user, dependency.getDescription())));
      }
    };
  }

  private static boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(ROOT + ".");
  }

  /** After all others for the root, which nobody uses. */
  private static int place(JavaClass type) {
    if (type.getPackageName().equals(ROOT)) {
      return ORDER.size();
    }
    int place = ORDER.indexOf(type.getPackageName().substring(ROOT.length() + 1));
    if (place >= 0) {
      return place;
    }
    throw new AssertionError("Package " + type.getPackageName() + " has no place in the order");
  }

  private static ArchCondition<JavaClass> haveABannedName() {
    return new ArchCondition<>("have a name that says nothing: " + BANNED_NAMES) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String name = type.getSimpleName();
        boolean banned =
            BANNED_NAMES.stream().anyMatch(name::endsWith)
                || name.startsWith("Abstract")
                || name.toLowerCase(Locale.ROOT).contains("common");
        events.add(new SimpleConditionEvent(type, banned, type.getDescription()));
      }
    };
  }
}
