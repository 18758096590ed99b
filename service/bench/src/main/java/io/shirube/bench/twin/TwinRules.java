package io.shirube.bench.twin;

import java.util.ArrayList;
import java.util.List;

/** The 41 rules of the frozen phase by hand. Stateless, safe for use by many threads. */
public final class TwinRules {

    /** How many rules there are. */
    public static final int RULES = TwinAdoption.RULES + TwinExpansion.RULES + TwinSupport.RULES + TwinVoice.RULES;

    private static final int EXPANSION = TwinAdoption.RULES;
    private static final int SUPPORT = EXPANSION + TwinExpansion.RULES;
    private static final int VOICE = SUPPORT + TwinSupport.RULES;

    private TwinRules() {}

    /** Returns what fires, by rule and then by item. */
    public static List<Hit> judge(TwinAccount account) {
        List<Hit> hits = new ArrayList<>();
        TwinAdoption.judge(account, 0, hits);
        TwinExpansion.judge(account, EXPANSION, hits);
        TwinSupport.judge(account, SUPPORT, hits);
        TwinVoice.judge(account, VOICE, hits);
        return hits;
    }
}
