package io.shirube.engine.decide;

import java.nio.file.Path;

/**
 * What loading rules keeps from one run of the program to the next: compiled rules, and which rulesets the two executors
 * were found to agree on. So a start compiles and proves only what is new.
 *
 * @param folder made when missing; nobody else may write to it, because what is read there runs. One that cannot be used
 *     is as good as none
 * @param program names this build of the program: another build compiles and proves anew
 * @param provesAgain whether a ruleset that was proven already is proven once more
 */
public record RuleStore(Path folder, String program, boolean provesAgain) {}
