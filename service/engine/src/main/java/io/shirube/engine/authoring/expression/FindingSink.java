package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.Finding;

/** Takes every finding of a front end, in the order in which they are found. */
@FunctionalInterface
public interface FindingSink {

    void add(Finding finding);
}
