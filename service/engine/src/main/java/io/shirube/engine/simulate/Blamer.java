package io.shirube.engine.simulate;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Names the edits that moved an account. Safe for use by many threads. */
public final class Blamer {

    /** Folders that are read at most in one simulation; each takes a few tenths of a second. */
    private static final int MOST_READS = 1_000;

    private final List<Edit> edits;
    private final SubsetRules subsets;
    private final Relevance relevance;
    private final Decider decider = new Decider();

    private Blamer(BundleDifference difference, RuleModel before, RuleModel after, int mostReads) {
        this.edits = difference.edits();
        this.subsets = new SubsetRules(difference, mostReads);
        this.relevance = new Relevance(edits, Ruleset.byMeaning(before), Ruleset.byMeaning(after), decider);
    }

    /** @param before the baseline as it was read, {@code after} the candidate */
    public static Blamer of(BundleDifference difference, RuleModel before, RuleModel after) {
        return new Blamer(difference, before, after, MOST_READS);
    }

    /**
     * Returns the same for two folders that can be read.
     *
     * @throws IllegalArgumentException when one of them cannot
     */
    static Blamer of(RuleBundle baseline, RuleBundle candidate) {
        return of(BundleDifference.between(baseline, candidate), model(baseline), model(candidate));
    }

    private static RuleModel model(RuleBundle bundle) {
        return Objects.requireNonNull(RulesetReader.read(bundle).model(), "a folder that can be read");
    }

    /** Returns what the edits are, by their numbers. */
    public List<Edit> edits() {
        return edits;
    }

    /** Returns the numbers of the edits that can touch an account. */
    BitSet relevant(AccountSnapshot snapshot, LocalDate asOf) throws InputException {
        return relevance.of(snapshot, asOf);
    }

    /**
     * Returns which edits moved an account.
     *
     * @param wanted what the candidate comes to, which is not what the baseline does
     * @throws InputException when the snapshot cannot be decided on
     */
    public Blame blame(AccountSnapshot snapshot, LocalDate asOf, Outcome wanted) throws InputException {
        BlameSearch search = new BlameSearch(subsets, decider, snapshot, asOf, wanted);
        Blame blame = search.among(relevant(snapshot, asOf));
        if (!blame.sets().isEmpty() || blame.search() == Blame.Search.GIVEN_UP) {
            return blame;
        }
        BitSet all = new BitSet();
        all.set(0, edits.size());
        return search.among(all);
    }
}
