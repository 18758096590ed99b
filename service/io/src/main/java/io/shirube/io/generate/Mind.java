package io.shirube.io.generate;

/** What drives a customer and nobody sees: the state that moves from month to month. Used by one thread. */
final class Mind {

    /** Share of the assigned seats used, 0 to 1. */
    double habit = 0.1;
    /** How the field feels, -1 to 1. */
    double morale;
    /** Use of the core features, 0 to 1. */
    double core = 0.1;

    double coreBest = 0.1;
    /** Value metric against its target. */
    double metric = 0.2;
    /** Recommended settings met, 0 to 1. */
    double deployment = 0.3;
    /** What tickets did to the mood this month, 0 and up. */
    double pain;
    /** Months that a slump still lasts: a reorganisation, another tool. */
    int slump;
    /** Months for which the lack of a champion is still felt. */
    int withoutChampion;
    /** Months that a burst of tickets still lasts. */
    int burst;

    int licensed;
    int assigned;
    /** Use a working day of the month before, or 0. */
    double volume;

    boolean leaving;
    boolean budgetCut;
    boolean competitor;

    /** Returns how the customer leans towards renewal: 0 undecided, 1 sure to stay, -1 likely to go. */
    double intent(boolean championGone) {
        double lean = 2.6 * (habit - 0.52) + 0.8 * morale + 0.5 * (metric - 0.65);
        if (championGone) {
            lean -= 0.35;
        }
        if (budgetCut) {
            lean -= 0.5;
        }
        return competitor ? lean - 0.6 : lean;
    }
}
