package io.shirube.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point in the bench. */
@AnalyzeClasses(packages = "io.shirube.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class BenchArchitectureTest {

    @ArchTest
    static final ArchRule twinsKnowNothingOfWhatTheyJudge = noClasses()
            .that()
            .resideInAPackage("io.shirube.bench.twin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.shirube.engine..", "io.shirube.io..", "io.shirube.bench.subject..")
            .because("a twin that leans on the engine would share its mistakes and its costs");

    @ArchTest
    static final ArchRule usesTheEngineOnlyThroughItsOwnTypes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.shirube.engine.internal..", "org.kie..", "org.drools..", "io.shirube.service..")
            .because("what is measured is what callers use");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.shirube.bench.(*)..").should().beFreeOfCycles();
}
