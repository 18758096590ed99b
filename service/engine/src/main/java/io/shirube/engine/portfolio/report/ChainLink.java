package io.shirube.engine.portfolio.report;

import io.shirube.engine.model.Text;
import java.util.List;

/** The links of the chain that leads from a start to a renewal, and what is measured of each account. */
public enum ChainLink {
    /** Share of milestones done, 0..1. */
    ONBOARDING("オンボーディング", "Onboarding"),
    /** Active users ÷ seats. */
    ACTIVE_USE("利用", "Active users"),
    /** Users of the core feature ÷ active users. */
    FEATURE_USE("コア機能の利用", "Feature use"),
    /** The account's mean rating, 0..10: one or two answers are no NPS. */
    VOICE("NPS(平均点)", "NPS (mean rating)"),
    /** 1 for who stayed, 0 for who left. */
    RENEWAL("更新", "Renewal"),
    /** 1 for who pays more, 0 for who does not. */
    EXPANSION("増額", "Expansion");

    /** Which lead to which. */
    static final List<Pair> NEIGHBOURS = List.of(
            new Pair(ONBOARDING, ACTIVE_USE),
            new Pair(ONBOARDING, FEATURE_USE),
            new Pair(ACTIVE_USE, VOICE),
            new Pair(FEATURE_USE, VOICE),
            new Pair(VOICE, RENEWAL),
            new Pair(VOICE, EXPANSION));

    private final Text label;

    ChainLink(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** Two neighbours. */
    record Pair(ChainLink earlier, ChainLink later) {}

    /** Returns its name in words. */
    public Text label() {
        return label;
    }

    /** Returns whether it is an outcome of a term rather than a measurement. */
    boolean isOutcome() {
        return this == RENEWAL || this == EXPANSION;
    }
}
