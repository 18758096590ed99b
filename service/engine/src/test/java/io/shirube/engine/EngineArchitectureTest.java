package io.shirube.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point inside the engine. */
@AnalyzeClasses(packages = "io.shirube.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {

    @ArchTest
    static final ArchRule droolsStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage("io.shirube.engine.internal.drools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..")
            .because("Drools is one of two executors: its types may not shape the rule model")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("io.shirube.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule knowsNeitherHttpNorJsonNorDatabases = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fasterxml.jackson..",
                    "io.dropwizard..",
                    "org.glassfish.jersey..",
                    "jakarta.ws.rs..",
                    "org.jdbi..",
                    "java.sql..",
                    "java.net.http..")
            .because("the same engine runs behind REST, the command line and in batch")
            .allowEmptyShould(true);
}
