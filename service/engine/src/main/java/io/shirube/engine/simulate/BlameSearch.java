package io.shirube.engine.simulate;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.simulate.SubsetRules.EnoughReadException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the minimal sufficient sets of edits for one account. Used by one thread. */
final class BlameSearch {

    /** So many edits are searched through subset by subset; with more, one set is found by taking away. */
    static final int MOST_EDITS = 8;

    private final SubsetRules rules;
    private final Decider decider;
    private final AccountSnapshot snapshot;
    private final LocalDate asOf;
    private final Outcome wanted;

    /** @param wanted what the candidate comes to */
    BlameSearch(SubsetRules rules, Decider decider, AccountSnapshot snapshot, LocalDate asOf, Outcome wanted) {
        this.rules = rules;
        this.decider = decider;
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.wanted = wanted;
    }

    /** @param relevant numbers of the edits that can touch the account; together they are sufficient */
    Blame among(BitSet relevant) {
        try {
            if (relevant.cardinality() <= MOST_EDITS) {
                return new Blame(minimal(relevant), Blame.Search.ALL);
            }
            BitSet reduced = reduced(relevant);
            return reduced.cardinality() <= MOST_EDITS
                    ? new Blame(minimal(reduced), Blame.Search.ONE)
                    : new Blame(List.of(numbers(reduced)), Blame.Search.GIVEN_UP);
        } catch (EnoughReadException e) {
            return new Blame(List.of(), Blame.Search.GIVEN_UP);
        }
    }

    /** Tries all subsets, the smallest first; what holds a sufficient set is not minimal and need not be tried. */
    private List<Set<Integer>> minimal(BitSet edits) throws EnoughReadException {
        int[] numbers = edits.stream().toArray();
        List<Integer> bySize = IntStream.range(1, 1 << numbers.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer mask) -> Integer.bitCount(mask))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Integer> found = new ArrayList<>();
        for (int mask : bySize) {
            boolean holdsOne = found.stream().anyMatch(smaller -> (smaller & mask) == smaller);
            if (!holdsOne && isSufficient(set(mask, numbers))) {
                found.add(mask);
            }
        }
        return found.stream().map(mask -> numbers(set(mask, numbers))).toList();
    }

    private BitSet reduced(BitSet edits) throws EnoughReadException {
        BitSet kept = (BitSet) edits.clone();
        boolean smaller = true;
        while (smaller && kept.cardinality() > MOST_EDITS) {
            smaller = false;
            for (int edit : kept.stream().toArray()) {
                BitSet without = (BitSet) kept.clone();
                without.clear(edit);
                if (isSufficient(without)) {
                    kept = without;
                    smaller = true;
                }
            }
        }
        return kept;
    }

    boolean isSufficient(BitSet edits) throws EnoughReadException {
        Optional<Ruleset> subset = rules.with(edits);
        if (subset.isEmpty()) {
            return false;
        }
        try {
            return wanted.equals(
                    Outcome.of(decider.decide(snapshot, asOf, subset.get(), RefereeMode.NEVER, Explain.NONE)));
        } catch (InputException e) {
            // because these rules may not take what the account tells, and so do not come to what the candidate does
            return false;
        }
    }

    private static BitSet set(int mask, int[] numbers) {
        BitSet set = new BitSet();
        for (int i = 0; i < numbers.length; i++) {
            if ((mask >> i & 1) == 1) {
                set.set(numbers[i]);
            }
        }
        return set;
    }

    private static Set<Integer> numbers(BitSet set) {
        return set.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
