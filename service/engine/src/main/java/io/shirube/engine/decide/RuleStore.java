package io.shirube.engine.decide;

import java.nio.file.Path;

/**
 * Where compiled rules are kept from one run of the program to the next, so that a start compiles only what is new.
 *
 * @param folder made when missing; nobody else may write to it, because what is read there runs. One that cannot be used
 *     is as good as none
 * @param program names this build of the program: another build compiles anew
 */
public record RuleStore(Path folder, String program) {}
