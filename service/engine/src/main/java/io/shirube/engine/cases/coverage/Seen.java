package io.shirube.engine.cases.coverage;

/** What cases have shown of one condition. Filled by one thread. */
final class Seen {

    boolean isTrue;
    boolean isFalse;
    boolean decidesTrue;
    boolean decidesFalse;

    boolean isDecisive() {
        return decidesTrue && decidesFalse;
    }
}
