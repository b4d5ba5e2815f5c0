package io.evenkeel.transaction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows inside this service. */
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenkeel.transaction");

  @Test
  void the_domain_knows_no_framework_and_no_other_package_of_ours() {
    classes()
        .that()
        .resideInAPackage("..transaction.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "io.evenkeel.ocpp..",
            "io.evenkeel.messaging",
            "..transaction.domain..")
        .check(OURS);
  }

  @Test
  void what_is_shown_knows_only_the_domain() {
    noClasses()
        .that()
        .resideInAPackage("..transaction.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..store..", "..api..", "..inbox..", "io.vertx..", "io.quarkus..")
        .check(OURS);
  }

  @Test
  void the_api_sees_no_rows_and_no_sql() {
    noClasses()
        .that()
        .resideInAPackage("..transaction.api..")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Row")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx.sqlclient..", "org.hibernate..", "jakarta.persistence..")
        .check(OURS);
  }

  @Test
  void the_store_does_not_know_who_calls_it() {
    noClasses()
        .that()
        .resideInAPackage("..transaction.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..transaction.api..", "..transaction.inbox..")
        .check(OURS);
  }

  @Test
  void nobody_here_knows_kafka() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging.kafka..")
        .check(OURS);
  }
}
