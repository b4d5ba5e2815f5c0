package io.evenkeel.smartcharging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenkeel.smartcharging");

  @Test
  void theDomainKnowsNoFramework() {
    classes()
        .that()
        .resideInAPackage("io.evenkeel.smartcharging.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations",
            "io.evenkeel.smartcharging.domain..",
            "io.evenkeel.messaging",
            "io.evenkeel.ocpp..")
        .check(OURS);
  }

  @Test
  void theAllocationKnowsNoCharger() {
    classes()
        .that()
        .resideInAnyPackage(
            "io.evenkeel.smartcharging.domain.site", "io.evenkeel.smartcharging.domain.allocation")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations",
            "io.evenkeel.smartcharging.domain.site",
            "io.evenkeel.smartcharging.domain.problem",
            "io.evenkeel.smartcharging.domain.allocation")
        .check(OURS);
  }

  @Test
  void entitiesStayInTheStore() {
    classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(OURS);
  }

  @Test
  void onlyTheStoreSpeaksSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.evenkeel.smartcharging.store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.persistence..",
            "org.hibernate..",
            "io.quarkus.hibernate..",
            "io.vertx.mutiny.sqlclient..",
            "io.vertx.sqlclient..",
            "io.vertx.pgclient..")
        .check(OURS);
  }

  @Test
  void onlyTheApiSpeaksHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.evenkeel.smartcharging.api")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "io.quarkiverse.resteasy.problem..")
        .check(OURS);
  }

  @Test
  void packagesMakeNoCircle() {
    slices().matching("io.evenkeel.smartcharging.(*)..").should().beFreeOfCycles().check(OURS);
    slices()
        .matching("io.evenkeel.smartcharging.domain.(*)..")
        .should()
        .beFreeOfCycles()
        .check(OURS);
  }
}
