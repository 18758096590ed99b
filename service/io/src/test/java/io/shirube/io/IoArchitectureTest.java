package io.shirube.io;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point around the readers and writers. */
@AnalyzeClasses(packages = "io.shirube.io", importOptions = ImportOption.DoNotIncludeTests.class)
class IoArchitectureTest {

    @ArchTest
    static final ArchRule usesTheEngineOnlyThroughItsOwnTypes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.shirube.engine.internal..", "org.kie..", "org.drools..", "io.shirube.service..")
            .because("internal packages may change without notice")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.shirube.io.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
}
