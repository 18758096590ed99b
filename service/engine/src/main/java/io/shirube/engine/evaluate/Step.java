package io.shirube.engine.evaluate;

/**
 * One link of a left side: it judges or enumerates its own part, and for every binding it makes, all that follows. Links are
 * bound once and then only read.
 */
interface Step {

    /** The end of what is judged. */
    Step END = new Step() {
        @Override
        public Verdict best(Frame frame) {
            return Verdict.TRUE;
        }

        @Override
        public void fire(Frame frame) {}
    };

    /** Returns the Kleene disjunction, over all bindings, of the conjunction of this and what follows. */
    Verdict best(Frame frame);

    /** Fires once for each binding that makes this and what follows true. */
    void fire(Frame frame);
}
