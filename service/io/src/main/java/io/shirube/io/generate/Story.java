package io.shirube.io.generate;

/** What goes on at an invented account. */
enum Story {
    STEADY(0.26),
    /** Seats full, used and paying off. */
    THRIVING(0.13),
    /** Use falls. */
    FADING(0.10),
    /** Tickets pile up. */
    TROUBLED(0.10),
    /** In its first weeks. */
    STARTING(0.13),
    /** Signed, not started. */
    SIGNED(0.03),
    /** Ordered, not signed. */
    ORDERED(0.02),
    /** Wants less or wants out. */
    LEAVING(0.05),
    /** The field is unhappy while use is fine. */
    MISALIGNED(0.05),
    /** The champion went or goes. */
    CHAMPIONLESS(0.06),
    /** Seats assigned and idle. */
    IDLE(0.05),
    /** Ended without a renewal. */
    LAPSED(0.02);

    private final double share;

    Story(double share) {
        this.share = share;
    }

    static Story drawn(Dice dice) {
        double left = dice.share();
        for (Story story : values()) {
            left -= story.share;
            if (left < 0) {
                return story;
            }
        }
        return STEADY;
    }

    /** Returns whether the account's contract has not begun. */
    boolean isBeforeStart() {
        return this == SIGNED || this == ORDERED;
    }
}
