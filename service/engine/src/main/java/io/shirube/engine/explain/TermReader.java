package io.shirube.engine.explain;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Term;

/** Tells what a term of a rule is worth for the account and items that made it fire. Safe for use by many threads. */
@FunctionalInterface
public interface TermReader {

    /** Returns the value of a term of the firing's unit. */
    Quoted read(Term term, Facts facts, Firing firing);
}
