package io.shirube.engine.decide;

/** How often the two executors are compared while deciding. Which decisions are sampled depends on the account alone. */
public enum RefereeMode {
    /** Every decision. */
    ALWAYS,
    /** One account in a hundred, always the same ones. */
    SAMPLED,
    /** No decision. */
    NEVER;

    private static final int ONE_IN = 100;

    boolean compares(String accountId) {
        return switch (this) {
            case ALWAYS -> true;
            case SAMPLED -> Math.floorMod(StableHash.of(accountId), ONE_IN) == 0;
            case NEVER -> false;
        };
    }
}
