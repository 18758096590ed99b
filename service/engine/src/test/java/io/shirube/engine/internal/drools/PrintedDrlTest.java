package io.shirube.engine.internal.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No text of a rule file reaches Drools: whatever an author writes, what is printed is fixed words and numbers. */
class PrintedDrlTest {

    /** Everything that may ever be printed, numbers apart. A word is added here only after thought. */
    private static final Set<String> WORDS = Set.of(
            // DRL and Java
            "package",
            "import",
            "global",
            "rule",
            "when",
            "then",
            "end",
            "not",
            "exists",
            "and",
            "from",
            "accumulate",
            "true",
            "false",
            // types and their package
            "lowered",
            "io",
            "shirube",
            "engine",
            "internal",
            "drools",
            "AccountFact",
            "ItemFact",
            "RowFact",
            "Samples",
            "Figures",
            "Collector",
            "Gather",
            "Topmost",
            "gather",
            "topmost",
            "collector",
            "getRule",
            // names: p part, $a account, $i item, $r and $t row, u unit, b branch
            "p",
            "$a",
            "$i",
            "$r",
            "$t",
            "u",
            "_b",
            // slots
            "known",
            "unknown",
            "absent",
            "blank",
            "never",
            "num",
            "constant",
            "val",
            "fits",
            "has",
            "UNKNOWN",
            // items, rows, days
            "kind",
            "group",
            "account",
            "untold",
            "sample",
            "Values",
            "append",
            "getIndex",
            "rows",
            "verdict",
            "getRow",
            "row",
            "day",
            // figures
            "both",
            "either",
            "contrary",
            "add",
            "subtract",
            "multiply",
            "divide",
            "lower",
            "higher",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "none",
            "count",
            "sum",
            "min",
            "max",
            "average");

    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>[ \n"
                    + "]+)|(?<number>\\d+(\\.\\d+(E-?\\d+)?|L)?)|(?<word>\\$?[A-Za-z]+|_b)|(?<sign>&&|\\|\\||[<>=!]=|[(),.;:<>-])");

    private static void assertTokenises(String drl) {
        Matcher token = TOKEN.matcher(drl);
        int at = 0;
        while (at < drl.length()) {
            assertThat(token.find(at) && token.start() == at)
                    .as(() -> "not a word, number or sign")
                    .isTrue();
            String word = token.group("word");
            if (word != null) {
                assertThat(WORDS).contains(word);
            }
            at = token.end();
        }
    }

    @Test
    void isFixedWordsAndNumbersWhateverTheAuthorWrites() throws LoweringException {
        HostileModels models = new HostileModels(42);
        int count = Integer.getInteger("shirube.hostile.models", 1_000);
        int rules = 0;
        for (int i = 0; i < count; i++) {
            for (PrintedPart part : PartPrinter.print(models.next(5))) {
                assertTokenises(part.drl());
                rules += part.drl().split("\nrule ", -1).length - 1;
            }
        }
        assertThat(rules).isGreaterThan(5 * count);
    }

    @Test
    void hostileModelsBuildAndRun() throws LoweringException {
        for (int seed = 0; seed < 4; seed++) {
            RuleModel model = new HostileModels(seed).next(20);
            try (LoweredRules rules = LoweredRules.compile(model)) {
                assertTokenises(String.join("", rules.printedDrl()));
                Slots slots = new Slots(6);
                slots.set(0, 1);
                slots.setText(3, 2, HostileModels.ATTACKS.get(2));
                slots.setTexts(4, new int[] {1}, Set.of(HostileModels.ATTACKS.get(1)));
                List<Slots> items = List.of(slots, new Slots(6));
                Facts facts =
                        new Facts("A", Sketch.DAY, slots, Map.of(FactType.TICKET, items, FactType.CONTACT, items));
                assertThat(rules.fire(Phase.ACTIONS, facts)).isEqualTo(rules.fireInFreshSession(Phase.ACTIONS, facts));
            }
        }
    }

    @Test
    void refusesNumbersThatAreNone() {
        for (double literal : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertRefused(Sketch.compare(Sketch.slot("x"), Comparison.EQ, literal));
            assertRefused(new Constraint.OneOf(Sketch.slot("x"), List.of(1.0, literal), Sketch.ORIGIN));
        }
    }

    @Test
    void refusesAPatternThatIsNoneWithoutQuotingIt() {
        assertRefused(new Constraint.Matches(Sketch.slot("t"), "(SECRET", Sketch.ORIGIN));
    }

    private static void assertRefused(Constraint constraint) {
        RuleModel model = Sketch.model(Sketch.account(Sketch.allOf()), Sketch.account(constraint));
        assertThatExceptionOfType(LoweringException.class)
                .isThrownBy(() -> LoweredRules.compile(model))
                .satisfies(refused -> assertThat(refused.units()).containsExactly(1))
                .withMessageNotContaining("SECRET")
                .withNoCause();
    }

    @Test
    void theTokenTestWouldSeeAnAttack() {
        for (String attack : HostileModels.ATTACKS) {
            if (!attack.isBlank() && !attack.equals("then")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> assertTokenises("rule u0\n" + attack))
                        .isInstanceOf(AssertionError.class);
            }
        }
    }
}
