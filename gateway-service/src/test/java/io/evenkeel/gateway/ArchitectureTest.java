package io.evenkeel.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenkeel.gateway");

  @Test
  void theDomainKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("..gateway.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta..",
            "io.vertx..",
            "io.smallrye..",
            "org.eclipse.microprofile..")
        .check(CLASSES);
  }

  @Test
  void theDomainKnowsNothingAroundIt() {
    noClasses()
        .that()
        .resideInAPackage("..gateway.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..gateway.api..",
            "..gateway.commands..",
            "..gateway.handler..",
            "..gateway.registry..",
            "..gateway.socket..",
            "..gateway.store..")
        .check(CLASSES);
  }

  @Test
  void entitiesStayInTheStore() {
    classes()
        .that()
        .areAnnotatedWith(jakarta.persistence.Entity.class)
        .should()
        .onlyBeAccessed()
        .byAnyPackage("..gateway.store..")
        .check(CLASSES);
  }

  @Test
  void theApiDoesNotTouchSocketsItself() {
    noClasses()
        .that()
        .resideInAPackage("..gateway.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.netty..")
        .check(CLASSES);
  }

  @Test
  void onlyMessagingKnowsTheBroker() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..", "io.evenkeel.messaging.kafka..", "io.evenkeel.messaging.local..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("io.evenkeel.gateway.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }
}
