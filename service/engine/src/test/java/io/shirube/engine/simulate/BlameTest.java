package io.shirube.engine.simulate;

import static io.shirube.engine.simulate.SmallFolder.ADOPTION;
import static io.shirube.engine.simulate.SmallFolder.RULES;
import static io.shirube.engine.simulate.SmallFolder.SEGMENT;
import static io.shirube.engine.simulate.SmallFolder.SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Which edits moved which account. The sets are held against a brute force over all subsets that shares nothing with the
 * search: it writes the folder of every subset by itself.
 */
class BlameTest {

    private static final int EDITS = 6;
    private static final int ACCOUNTS = 60;

    /** Edits that CS ops could do at once, each one smallest difference, and many in each other's way. */
    private static final List<UnaryOperator<SmallFolder>> POOL = List.of(
            folder -> folder.edit(SIZE, "100以上,", "60以上,"),
            folder -> folder.edit(SIZE, "30以上100未満", "30以上60未満"),
            folder -> folder.edit(SEGMENT, "500以上", "200以上"),
            folder -> folder.edit(SEGMENT, "中規模,,LOW,GROUP,中くらいの顧客です。,A medium account.\n", ""),
            folder -> folder.edit(SEGMENT, "50以上,LOW", "50以上,TECH"),
            folder -> folder.edit(SEGMENT, "大規模,,HIGH", "小規模,100以上,HIGH,INDIVIDUAL,小さくても席が多い顧客です。,Small.\n大規模,,HIGH"),
            folder -> folder.edit(RULES, ">= 0.9 ", ">= 0.8 "),
            folder -> folder.edit(RULES, "band == RED", "band in (RED, YELLOW)"),
            folder -> folder.edit(RULES, "licensedSeats >= 20", "licensedSeats >= 45"),
            folder -> folder.edit(RULES, "> 0.97", "> 0.85"),
            folder -> folder.edit("actions.yml", "excludedBy: [TRAINING_INVITE]", "excludedBy: [CHECK_IN]"),
            folder -> folder.append(RULES, """
                    rule "Write to the small" @reason_ja("案内します。") @reason_en("Write.")
                    when Segment( touch == TECH ) then propose( UPSELL_PROMPT, "mail" ); end
                    """),
            folder -> folder.edit(ADOPTION, "40%未満,20", "40%未満,45"),
            folder -> folder.edit(ADOPTION, "40%以上70%未満,60", "40%以上70%未満,30"),
            folder -> folder.edit("policies.yml", "segmentMargin: 0.1", "segmentMargin: 0.5"),
            folder -> folder.edit("policies.yml", "yellow: 40", "yellow: 50"));

    @Test
    void namesExactlyTheMinimalSufficientSetsOfSixEditsAtOnce() throws Exception {
        int candidates = Integer.getInteger("shirube.blame.candidates", 4);
        int movers = 0;
        int joint = 0;
        for (int seed = 0; seed < candidates; seed++) {
            List<UnaryOperator<SmallFolder>> chosen = new ArrayList<>(POOL);
            Collections.shuffle(chosen, new Random(seed));
            chosen = chosen.subList(0, EDITS);
            List<Optional<Ruleset>> subsets = subsets(chosen);
            if (subsets.get(subsets.size() - 1).isEmpty()) {
                // because half of a pair of edits was drawn, and no folder may have rows that overlap
                candidates++;
                continue;
            }
            Ruleset before = subsets.get(0).orElseThrow();
            Ruleset after = subsets.get(subsets.size() - 1).orElseThrow();
            Blamer blamer = Blamer.of(SmallFolder.sound().bundle(), all(chosen).bundle());
            List<Integer> numbers = numbers(chosen, blamer.edits());
            for (AccountSnapshot account : Customers.some(seed, ACCOUNTS)) {
                Outcome wanted = Customers.outcome(account, after);
                if (!wanted.equals(Customers.outcome(account, before))) {
                    Blame blame = blamer.blame(account, Customers.AS_OF, wanted);
                    Set<Set<Integer>> expected = minimal(account, wanted, subsets, numbers);
                    assertThat(Set.copyOf(blame.sets()))
                            .as("seed " + seed + " " + account.account() + account.signals() + account.previous())
                            .isEqualTo(expected);
                    assertThat(blame.search()).isEqualTo(Blame.Search.ALL);
                    movers++;
                    joint += expected.stream().anyMatch(set -> set.size() > 1) ? 1 : 0;
                }
            }
        }
        assertThat(movers).as("movers").isGreaterThan(10 * Integer.getInteger("shirube.blame.candidates", 4));
        assertThat(joint).as("movers that take several edits together").isPositive();
    }

    private static SmallFolder all(List<UnaryOperator<SmallFolder>> edits) {
        SmallFolder folder = SmallFolder.sound();
        for (UnaryOperator<SmallFolder> edit : edits) {
            folder = edit.apply(folder);
        }
        return folder;
    }

    /** Returns the rules of every subset; bit i of its index is edit i. */
    private static List<Optional<Ruleset>> subsets(List<UnaryOperator<SmallFolder>> edits) {
        return IntStream.range(0, 1 << edits.size())
                .mapToObj(mask -> Customers.rules(all(IntStream.range(0, edits.size())
                                .filter(i -> (mask >> i & 1) == 1)
                                .mapToObj(edits::get)
                                .toList())
                        .bundle()))
                .toList();
    }

    /** Returns the number that the difference gives to each edit, found by what the edit alone is called. */
    private static List<Integer> numbers(List<UnaryOperator<SmallFolder>> edits, List<Edit> named) {
        assertThat(named).hasSize(edits.size());
        Map<String, Integer> byName = named.stream().collect(Collectors.toMap(BlameTest::name, Edit::number));
        return edits.stream()
                .map(edit -> {
                    List<Edit> alone = BundleDifference.between(
                                    SmallFolder.sound().bundle(),
                                    edit.apply(SmallFolder.sound()).bundle())
                            .edits();
                    assertThat(alone).hasSize(1);
                    return byName.get(name(alone.get(0)));
                })
                .toList();
    }

    private static String name(Edit edit) {
        return edit.kind() + " " + (edit.before() == null ? edit.at().file() : edit.before());
    }

    private static Set<Set<Integer>> minimal(
            AccountSnapshot account, Outcome wanted, List<Optional<Ruleset>> subsets, List<Integer> numbers) {
        List<Integer> sufficient = IntStream.range(0, subsets.size())
                .filter(mask -> subsets.get(mask)
                        .filter(rules -> Customers.outcome(account, rules).equals(wanted))
                        .isPresent())
                .boxed()
                .toList();
        Set<Set<Integer>> minimal = new HashSet<>();
        for (int mask : sufficient) {
            if (sufficient.stream().noneMatch(other -> other != mask && (other & mask) == other)) {
                minimal.add(IntStream.range(0, numbers.size())
                        .filter(i -> (mask >> i & 1) == 1)
                        .mapToObj(numbers::get)
                        .collect(Collectors.toSet()));
            }
        }
        return minimal;
    }

    @Test
    void blamesTwoEditsTogetherWhenNeitherMovesTheAccountAlone() throws Exception {
        // while the row of medium accounts stands, the changed row below it is never reached
        SmallFolder candidate = SmallFolder.sound()
                .edit(SEGMENT, "中規模,,LOW,GROUP,中くらいの顧客です。,A medium account.\n", "")
                .edit(SEGMENT, "50以上,LOW", "50以上,TECH");
        AccountSnapshot medium = Customers.of("A", 50, 60, 0.5, null);

        Blamer blamer = Blamer.of(SmallFolder.sound().bundle(), candidate.bundle());
        Outcome wanted =
                Customers.outcome(medium, Customers.rules(candidate.bundle()).orElseThrow());
        Blame blame = blamer.blame(medium, Customers.AS_OF, wanted);

        assertThat(wanted.touch()).isEqualTo("TECH");
        assertThat(blame).isEqualTo(new Blame(List.of(Set.of(0, 1)), Blame.Search.ALL));
        assertThat(blamer.edits())
                .extracting(edit -> edit.text().en())
                .containsExactly(
                        SEGMENT + "!A7: row removed: 中規模, LOW, GROUP, 中くらいの顧客です。, A medium account.",
                        SEGMENT + "!C7 (タッチ): \"LOW\" → \"TECH\"");
    }

    @Test
    void namesBothEditsApartWhenEitherWouldHaveMovedTheAccount() throws Exception {
        SmallFolder candidate =
                SmallFolder.sound().edit(RULES, ">= 0.9 ", ">= 0.8 ").edit(SEGMENT, "500以上", "200以上");
        AccountSnapshot large = Customers.of("A", 150, 250, 0.85, null);
        Outcome wanted =
                Customers.outcome(large, Customers.rules(candidate.bundle()).orElseThrow());

        Blame blame =
                Blamer.of(SmallFolder.sound().bundle(), candidate.bundle()).blame(large, Customers.AS_OF, wanted);

        // the touch is HIGH by size already, so only the lowered share of used seats counts
        assertThat(wanted.actions()).containsExactly("UPSELL_PROMPT:seats OPEN");
        assertThat(blame.sets()).containsExactly(Set.of(1));
    }

    @Test
    void blamesAllMoversOfOneChangedCellOnThatCell() throws Exception {
        SmallFolder candidate = SmallFolder.sound().edit(SEGMENT, "500以上", "200以上");
        Ruleset before = Customers.rules(SmallFolder.sound().bundle()).orElseThrow();
        Ruleset after = Customers.rules(candidate.bundle()).orElseThrow();
        Blamer blamer = Blamer.of(SmallFolder.sound().bundle(), candidate.bundle());
        int movers = 0;
        for (AccountSnapshot account : Customers.some(7, 200)) {
            Outcome wanted = Customers.outcome(account, after);
            if (!wanted.equals(Customers.outcome(account, before))) {
                movers++;
                assertThat(blamer.blame(account, Customers.AS_OF, wanted).sets())
                        .containsExactly(Set.of(0));
            }
        }
        assertThat(movers).isPositive();
        assertThat(blamer.edits()).hasSize(1);
        assertThat(blamer.edits().get(0).at()).hasToString(SEGMENT + "!B6");
    }

    @Test
    void findsOneMinimalSetByTakingAwayWhenManyEditsCanTouchTheAccount() throws Exception {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            more.append("rule \"More ")
                    .append(i)
                    .append("\" @reason_ja(\"案内します。\") @reason_en(\"Write.\")\n")
                    .append("when Signals( licensedSeats >= 20 ) then propose( TRAINING_INVITE, \"use\" ); end\n");
        }
        SmallFolder candidate = SmallFolder.sound().append(RULES, more.toString());
        AccountSnapshot account = Customers.of("A", 150, 250, 0.5, null);
        Outcome wanted =
                Customers.outcome(account, Customers.rules(candidate.bundle()).orElseThrow());

        Blame blame =
                Blamer.of(SmallFolder.sound().bundle(), candidate.bundle()).blame(account, Customers.AS_OF, wanted);

        assertThat(blame.search()).isEqualTo(Blame.Search.ONE);
        assertThat(blame.sets()).hasSize(1);
        assertThat(blame.sets().get(0)).hasSize(1);
    }
}
