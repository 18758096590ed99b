package io.shirube.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.bench.accounts.Book;
import io.shirube.bench.accounts.PhaseFacts;
import io.shirube.bench.accounts.TwinReader;
import io.shirube.bench.subject.FrozenRules;
import io.shirube.bench.subject.Subjects;
import io.shirube.bench.twin.Hit;
import io.shirube.bench.twin.TwinRules;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Slots;
import io.shirube.engine.referee.AccountGenerator;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The twin of the frozen rules fires what they fire. */
class TwinRulesAgreementTest {

    private static final Ruleset RULES = Subjects.load(FrozenRules.bundle());
    private static final List<RuleUnit> UNITS = RULES.model().units(Phase.ACTIONS);
    private static final TwinReader READER = new TwinReader(RULES.model().vocabulary());

    @Test
    void hasARuleForEveryFrozenOne() {
        assertThat(UNITS).hasSize(TwinRules.RULES);
    }

    @Test
    void firesTheSameOnAGeneratedBook() throws InputException {
        PhaseFacts phase = new PhaseFacts(RULES);
        Set<Integer> fired = new HashSet<>();
        for (AccountSnapshot snapshot : Book.generated(400)) {
            fired.addAll(compare(phase.before(Phase.ACTIONS, snapshot, Book.AS_OF)));
        }
        assertThat(fired).hasSizeGreaterThan(25);
    }

    @Test
    void firesTheSameAroundEveryThreshold() {
        AccountGenerator generator = new AccountGenerator(RULES.model(), 20_261_122, 0.2);
        Set<Integer> fired = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            for (RuleUnit unit : UNITS) {
                fired.addAll(compare(tellable(generator.aimedAt(unit))));
            }
        }
        assertThat(fired).hasSize(TwinRules.RULES);
    }

    private static Set<Integer> compare(Facts facts) {
        List<Hit> expected = TwinRules.judge(READER.read(facts));
        int first = UNITS.get(0).number();
        List<Hit> meant = hits(RULES.evaluator().fire(Phase.ACTIONS, facts), first);
        List<Hit> lowered = hits(RULES.lowered().fire(Phase.ACTIONS, facts), first);
        assertThat(meant).isEqualTo(expected);
        assertThat(lowered).isEqualTo(expected);
        Set<Integer> fired = new HashSet<>();
        expected.forEach(hit -> fired.add(hit.rule()));
        return fired;
    }

    private static List<Hit> hits(List<Firing> firings, int first) {
        return firings.stream()
                .map(firing -> new Hit(
                        firing.unit() - first,
                        Arrays.stream(firing.tuple()).findFirst().orElse(Hit.NO_ITEM)))
                .toList();
    }

    /**
     * Makes an account one that a caller can tell of: only an event can be told not to have happened, and the days since a
     * contact follow from its date.
     */
    private static Facts tellable(Facts facts) {
        forgetAbsent(facts.account(), RULES.model().vocabulary().accountFields());
        for (FactType type : FactType.values()) {
            facts.items(type)
                    .forEach(item ->
                            forgetAbsent(item, RULES.model().vocabulary().fields(type)));
        }
        int date = RULES.model()
                .vocabulary()
                .required(FactType.CONTACT, "lastContactAt")
                .slot();
        int days = RULES.model()
                .vocabulary()
                .required(FactType.CONTACT, "lastContactDaysAgo")
                .slot();
        for (Slots contact : facts.items(FactType.CONTACT)) {
            if (contact.isKnown(days)) {
                contact.set(date, facts.asOf().toEpochDay() - contact.number(days));
            } else {
                contact.setUnknown(date);
            }
        }
        return facts;
    }

    private static void forgetAbsent(Slots slots, List<Field> fields) {
        for (Field field : fields) {
            if (slots.state(field.slot()) == Slots.ABSENT && !field.unit().equals("event")) {
                slots.setUnknown(field.slot());
            }
        }
    }
}
