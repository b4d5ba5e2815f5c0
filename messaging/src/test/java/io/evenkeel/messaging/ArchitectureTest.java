package io.evenkeel.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenkeel.messaging");

  @Test
  void onlyThePackageKafkaKnowsKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..messaging.kafka..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging.kafka..")
        .check(CLASSES);
  }

  @Test
  void nobodyKnowsTheTransports() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..messaging.kafka..", "..messaging.local..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..messaging.kafka..", "..messaging.local..")
        .check(CLASSES);
  }

  @Test
  void theEnvelopesKnowNoMachinery() {
    noClasses()
        .that()
        .resideInAPackage("io.evenkeel.messaging")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.evenkeel.messaging.*",
            "io.vertx..",
            "io.quarkus..",
            "jakarta..",
            "io.smallrye.reactive..")
        .check(CLASSES);
  }

  @Test
  void thePackagesFormNoCycle() {
    slices().matching("io.evenkeel.messaging.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void hibernateIsNotKnownHere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
        .check(CLASSES);
  }
}
