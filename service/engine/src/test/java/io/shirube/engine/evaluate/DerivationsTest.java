package io.shirube.engine.evaluate;

import static io.shirube.engine.evaluate.Book.ABSENT;
import static io.shirube.engine.evaluate.Book.COST;
import static io.shirube.engine.evaluate.Book.HERE;
import static io.shirube.engine.evaluate.Book.SEVERITY;
import static io.shirube.engine.evaluate.Book.X;
import static io.shirube.engine.evaluate.Book.Y;
import static io.shirube.engine.evaluate.Book.aTicket;
import static io.shirube.engine.evaluate.Book.arithmetic;
import static io.shirube.engine.evaluate.Book.compare;
import static io.shirube.engine.evaluate.Book.facts;
import static io.shirube.engine.evaluate.Book.number;
import static io.shirube.engine.evaluate.Book.term;
import static io.shirube.engine.evaluate.Book.ticket;
import static io.shirube.engine.evaluate.Book.tickets;
import static io.shirube.engine.evaluate.Book.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.SignalType.Derivation;
import io.shirube.engine.rules.Term.Operator;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DerivationsTest {

    private static final History NOTHING = (field, daysAgo) -> OptionalDouble.empty();
    private static final Value UNKNOWN = new Value.Unknown();
    private static final Value NO_VALUE = new Value.Absent();
    private static final Condition.Match SEVERE = ticket(0, compare(term(0, SEVERITY), Comparison.EQ, number(1)));

    private static Value derive(@Nullable Derivation derivation, Facts facts, History history) {
        SignalType signal = new SignalType(X, null, derivation, HERE.at());
        return new Derivations(Book.vocabulary(signal)).value(signal, facts, history);
    }

    private static History thirtyDaysAgo(double value) {
        return (field, daysAgo) -> field.equals(Y) && daysAgo == 30 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    @Test
    void computesExpressions() {
        Derivation share = new SignalType.Computed(
                arithmetic(number(1), Operator.MIN, arithmetic(number(6), Operator.DIVIDE, term(Y))));
        assertThat(derive(share, with(facts(), Y, 12.0), NOTHING)).isEqualTo(new Value.Known(0.5));
        assertThat(derive(share, with(facts(), Y, 0.0), NOTHING)).isEqualTo(UNKNOWN);
        assertThat(derive(share, facts(), NOTHING)).isEqualTo(UNKNOWN);
        assertThat(derive(share, with(facts(), Y, ABSENT), NOTHING)).isEqualTo(NO_VALUE);
        assertThat(derive(null, facts(), NOTHING)).isEqualTo(UNKNOWN);
    }

    @Test
    void looksBack() {
        Derivation previous = new SignalType.Previous(Y, 30);
        assertThat(derive(previous, facts(), thirtyDaysAgo(7))).isEqualTo(new Value.Known(7));
        assertThat(derive(previous, facts(), NOTHING)).isEqualTo(UNKNOWN);
    }

    @Test
    void comparesWithThen() {
        Derivation change = new SignalType.Change(Y, 30);
        assertThat(derive(change, with(facts(), Y, 6.0), thirtyDaysAgo(8))).isEqualTo(new Value.Known(-0.25));
        assertThat(derive(change, with(facts(), Y, 6.0), thirtyDaysAgo(0))).isEqualTo(UNKNOWN);
        assertThat(derive(change, with(facts(), Y, 6.0), NOTHING)).isEqualTo(UNKNOWN);
        assertThat(derive(change, facts(), thirtyDaysAgo(8))).isEqualTo(UNKNOWN);
        assertThat(derive(change, with(facts(), Y, ABSENT), thirtyDaysAgo(8))).isEqualTo(NO_VALUE);
    }

    @Test
    void countsOnlyWhatIsSettled() {
        Derivation count = new SignalType.Count(SEVERE);
        assertThat(derive(count, tickets(aTicket(1.0, null), aTicket(2.0, null)), NOTHING))
                .isEqualTo(new Value.Known(1));
        assertThat(derive(count, tickets(), NOTHING)).isEqualTo(new Value.Known(0));
        assertThat(derive(count, tickets(aTicket(null, null)), NOTHING)).isEqualTo(UNKNOWN);
        assertThat(derive(count, facts(), NOTHING)).isEqualTo(UNKNOWN);
    }

    @Test
    void findsTheHighestAndLowestOnlyWhenSettled() {
        Derivation highest = new SignalType.Extreme(SEVERE, term(0, COST), true);
        Derivation lowest = new SignalType.Extreme(SEVERE, term(0, COST), false);
        Facts settled = tickets(aTicket(1.0, 3.0), aTicket(1.0, 9.0), aTicket(null, 9.0));
        assertThat(derive(highest, settled, NOTHING)).isEqualTo(new Value.Known(9));
        assertThat(derive(lowest, settled, NOTHING)).isEqualTo(new Value.Known(3));
        assertThat(derive(highest, tickets(aTicket(2.0, 3.0)), NOTHING)).isEqualTo(NO_VALUE);
        assertThat(derive(highest, tickets(aTicket(null, 3.0)), NOTHING)).isEqualTo(UNKNOWN);
        assertThat(derive(lowest, tickets(aTicket(1.0, 3.0), aTicket(1.0, null)), NOTHING))
                .isEqualTo(UNKNOWN);
        assertThat(derive(highest, facts(), NOTHING)).isEqualTo(UNKNOWN);
    }

    @Test
    void namesTheFieldsADerivationReads() {
        assertThat(Derivations.reads(new SignalType.Computed(arithmetic(term(Y), Operator.ADD, term(X)))))
                .containsExactly(Y, X);
        assertThat(Derivations.reads(new SignalType.Previous(Y, 30))).containsExactly(Y);
        assertThat(Derivations.reads(new SignalType.Change(Y, 30))).containsExactly(Y);
        assertThat(Derivations.reads(new SignalType.Count(SEVERE))).containsExactly(SEVERITY);
        assertThat(Derivations.reads(new SignalType.Extreme(SEVERE, term(0, COST), true)))
                .containsExactly(SEVERITY, COST);
    }
}
