package io.shirube.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point inside the service. */
@AnalyzeClasses(packages = "io.shirube.service", importOptions = ImportOption.DoNotIncludeTests.class)
class ServiceArchitectureTest {

    @ArchTest
    static final ArchRule nobodyImportsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackage("io.shirube.service")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.shirube.service")
            .because("the wiring knows everybody, so nobody may know it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule usesTheEngineOnlyThroughItsOwnTypes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.shirube.engine.internal..", "org.kie..", "org.drools..")
            .because("internal packages may change without notice")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule reachesTheTablesThroughTransactionsOnly = noClasses()
            .that()
            .haveNameNotMatching("io\\.shirube\\.service\\.db\\.(Transactions(\\$.*)?|HandleStatements)")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jdbi.v3.core.Handle")
            .because("a write is acknowledged once it is committed, and one place sees to that");

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("io.shirube.service.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
