package io.shirube.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which way the arrows point inside the engine. */
@AnalyzeClasses(packages = "io.shirube.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {

    private static final String ENGINE = "io.shirube.engine.";

    @ArchTest
    static final ArchRule droolsStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage("io.shirube.engine.internal.drools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..")
            .because("Drools is one of two executors: its types may not shape the rule model")
            .allowEmptyShould(true);

    /** What each room knows beside itself, {@code model}, {@code names} and {@code rules}; a new arrow is added after thought. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            entry("evaluate", Set.of()),
            entry("internal.drools", Set.of()),
            entry("referee", Set.of()),
            entry("portfolio", Set.of("indicators")),
            entry("authoring", Set.of("internal.drools.parse")),
            entry("explain", Set.of("evaluate")),
            entry("decide", Set.of("authoring", "evaluate", "explain", "internal.drools", "referee")),
            entry("simulate", Set.of("authoring", "decide", "evaluate")),
            entry("insight", Set.of("authoring", "decide", "evaluate", "explain")),
            entry("whatif", Set.of("decide", "evaluate", "explain")),
            entry("cases", Set.of("decide", "evaluate", "explain", "input")));

    @ArchTest
    static void everyRoomKnowsOnlyWhatItsArrowsSay(JavaClasses classes) {
        allowed("model", Set.of("model")).check(classes);
        allowed("names", Set.of("names")).check(classes);
        allowed("rules", Set.of("model", "names", "rules")).check(classes);
        allowed("indicators", Set.of("indicators")).check(classes);
        allowed("input", Set.of("input", "model", "names")).check(classes);
        KNOWN.forEach((room, known) -> {
            Set<String> all = new TreeSet<>(known);
            all.addAll(Set.of(room, "model", "names", "rules"));
            allowed(room, all).check(classes);
        });
    }

    private static ArchRule allowed(String room, Set<String> known) {
        Set<String> packages = new TreeSet<>();
        known.forEach(name -> packages.add(ENGINE + name + ".."));
        return noClasses()
                .that()
                .resideInAPackage(ENGINE + room + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ENGINE + "(**)").and(not(resideInAnyPackage(packages.toArray(String[]::new)))))
                .because("the room " + room + " knows " + known);
    }

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("io.shirube.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule frontEndsFormNoCycle =
            slices().matching("io.shirube.engine.authoring.(*)..").should().beFreeOfCycles();

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
