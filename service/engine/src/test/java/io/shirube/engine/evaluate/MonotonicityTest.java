package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Verdict.FALSE;
import static io.shirube.engine.evaluate.Verdict.TRUE;
import static io.shirube.engine.evaluate.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.referee.AccountGenerator;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.testing.RandomModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of any rule, whatever it says. */
class MonotonicityTest {

    private static final int UNITS = 12;
    private static final int ACCOUNTS = 12;

    @Property(tries = 60)
    void neverTakesBackATrueOrFalseWhenMoreIsKnown(@ForAll long seed) {
        RuleModel model = RandomModels.model(seed, UNITS);
        Evaluator evaluator = new Evaluator(model);
        AccountGenerator dim = new AccountGenerator(model, seed, 0.5);
        AccountGenerator bright = new AccountGenerator(model, seed + 1, 0.05);
        SplittableRandom random = new SplittableRandom(seed);
        for (RuleUnit unit : model.units()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                Facts facts = dim.any();
                Facts told = refined(facts, bright.any(), model, random);
                if (unit instanceof Rule rule && !asksForNull(rule)) {
                    Verdict before = evaluator.verdict(rule, facts);
                    assertThat(before).isIn(UNKNOWN, evaluator.verdict(rule, told));
                }
            }
        }
    }

    @Property(tries = 60)
    void firesJustWhereItsVerdictIsTrueAndExplainsItSo(@ForAll long seed) {
        RuleModel model = RandomModels.model(seed, UNITS);
        Evaluator evaluator = new Evaluator(model);
        AccountGenerator accounts = new AccountGenerator(model, seed, 0.2);
        for (int i = 0; i < ACCOUNTS; i++) {
            Facts facts = accounts.aimedAt(model.units().get(i % UNITS));
            List<Firing> firings = new ArrayList<>();
            for (Phase phase : Phase.values()) {
                firings.addAll(evaluator.fire(phase, facts));
            }
            assertThat(firings).isSorted().doesNotHaveDuplicates();
            for (RuleUnit unit : model.units()) {
                if (evaluator.mayFireOn(unit, facts.asOf())) {
                    List<Firing> own = firings.stream()
                            .filter(firing -> firing.unit() == unit.number())
                            .toList();
                    assertExplained(evaluator, unit, own, facts);
                }
            }
        }
    }

    private static void assertExplained(Evaluator evaluator, RuleUnit unit, List<Firing> firings, Facts facts) {
        if (unit instanceof Table table) {
            assertThat(evaluator.verdicts(table, facts).hits())
                    .isEqualTo(firings.stream().map(Firing::row).toList());
            return;
        }
        Rule rule = (Rule) unit;
        Verdict verdict = evaluator.verdict(rule, facts);
        assertThat(verdict == TRUE).isEqualTo(!firings.isEmpty());
        assertThat(evaluator.verdicts(rule, facts).verdict()).isEqualTo(verdict);
        for (Firing firing : firings) {
            ConditionVerdict explained = evaluator.verdicts(rule, facts, firing.tuple());
            assertThat(explained.verdict())
                    .as("%s", Arrays.toString(firing.tuple()))
                    .isEqualTo(TRUE);
            assertThat(explained.parts()).extracting(ConditionVerdict::verdict).doesNotContain(FALSE, UNKNOWN);
        }
    }

    private static boolean asksForNull(Rule rule) {
        List<Constraint> tests = new ArrayList<>();
        ModelWalk.tests(rule.condition(), tests::add);
        return tests.stream().anyMatch(Constraint.IsNull.class::isInstance);
    }

    /** Tells some of what is unknown, as another account has it. */
    private static Facts refined(Facts facts, Facts other, RuleModel model, SplittableRandom random) {
        Slots account =
                refined(facts.account(), other.account(), model.vocabulary().accountFields(), random);
        Map<FactType, List<Slots>> items = new EnumMap<>(FactType.class);
        for (FactType type : List.of(FactType.TICKET, FactType.CONTACT)) {
            if (facts.told(type)) {
                List<Slots> donors = other.items(type);
                List<Slots> list = new ArrayList<>();
                for (Slots item : facts.items(type)) {
                    Slots donor = donors.isEmpty() ? item : donors.get(random.nextInt(donors.size()));
                    list.add(refined(item, donor, model.vocabulary().fields(type), random));
                }
                items.put(type, list);
            } else if (other.told(type)) {
                items.put(type, other.items(type));
            }
        }
        return new Facts(facts.accountId(), facts.asOf(), account, items);
    }

    private static Slots refined(Slots slots, Slots donor, List<Field> fields, SplittableRandom random) {
        Slots refined = new Slots(slots);
        for (Field field : fields) {
            int slot = field.slot();
            if (slots.state(slot) == Slots.UNKNOWN && random.nextInt(3) > 0) {
                copy(donor, refined, field);
            }
        }
        return refined;
    }

    private static void copy(Slots from, Slots to, Field field) {
        int slot = field.slot();
        String text = from.text(slot);
        if (from.state(slot) == Slots.ABSENT) {
            to.setAbsent(slot);
        } else if (text != null) {
            to.setText(slot, (int) from.number(slot), text);
        } else if (from.state(slot) == Slots.KNOWN) {
            switch (field.type()) {
                case TEXT_SET -> to.setTexts(slot, new int[] {0, 1}, from.members(slot));
                case NUMBER, BOOLEAN, DATE, TEXT, ENUM -> to.set(slot, from.number(slot));
            }
        }
    }
}
