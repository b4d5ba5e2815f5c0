package io.evenkeel.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.evenkeel.auth.identity.LocalIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenkeel.auth");

  @Test
  void theDomainKnowsNoFramework() {
    classes()
        .that()
        .resideInAPackage("io.evenkeel.auth.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "org.jspecify.annotations",
            "io.evenkeel.auth.domain..",
            "io.evenkeel.messaging",
            "io.evenkeel.ocpp..")
        .check(OURS);
  }

  @Test
  void theKeyPairCanBeMadeBeforeQuarkusStarts() {
    classes()
        .that()
        .areAssignableTo(LocalIdentity.class)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify.annotations", "io.evenkeel.auth.identity")
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
        .resideOutsideOfPackage("io.evenkeel.auth.store")
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
        .resideOutsideOfPackage("io.evenkeel.auth.api")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "io.quarkiverse.resteasy.problem..")
        .check(OURS);
  }

  @Test
  void whoMayChargeDoesNotDependOnWhoMayUseTheApi() {
    noClasses()
        .that()
        .resideInAnyPackage("io.evenkeel.auth.bus", "io.evenkeel.auth.domain", "..domain.csv")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.evenkeel.auth.identity", "io.evenkeel.auth.domain.account")
        .check(OURS);
  }

  @Test
  void everyResourceSaysWhoMayUseIt() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .beAnnotatedWith(RolesAllowed.class)
        .orShould()
        .beAnnotatedWith(PermitAll.class)
        .check(OURS);
  }

  @Test
  void packagesMakeNoCircle() {
    slices().matching("io.evenkeel.auth.(*)..").should().beFreeOfCycles().check(OURS);
  }
}
