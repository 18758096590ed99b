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
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.SignalType.Derivation;
import io.shirube.engine.rules.SignalType.Trend;
import io.shirube.engine.rules.Term.Operator;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DerivationsTest {

    private static final History NOTHING = new Told(0, OptionalDouble.empty());
    private static final Value UNKNOWN = new Value.Unknown();
    private static final Value NO_VALUE = new Value.Absent();
    private static final Condition.Match SEVERE = ticket(0, compare(term(0, SEVERITY), Comparison.EQ, number(1)));

    private static Value derive(@Nullable Derivation derivation, Facts facts, History history) {
        SignalType signal = new SignalType(X, null, derivation, HERE.at());
        return new Derivations(Book.vocabulary(signal)).value(signal, facts, history);
    }

    private static History thirtyDaysAgo(double value) {
        return new Told(30, OptionalDouble.of(value));
    }

    /** Y had one value so many days ago and a mean of 5; there are 16 working days in a period and 21 in the one before. */
    private record Told(int daysAgo, OptionalDouble value) implements History {
        @Override
        public OptionalDouble valueAt(Field signal, int days) {
            return signal.equals(Y) && days == daysAgo ? value : OptionalDouble.empty();
        }

        @Override
        public OptionalDouble average(Field signal, int days) {
            return value.isPresent() ? OptionalDouble.of(5) : OptionalDouble.empty();
        }

        @Override
        public int workingDays(int from, int to) {
            return to == 0 ? 16 : 21;
        }
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
        Derivation previous = over(Trend.PREVIOUS);
        assertThat(derive(previous, facts(), thirtyDaysAgo(7))).isEqualTo(new Value.Known(7));
        assertThat(derive(previous, facts(), NOTHING)).isEqualTo(UNKNOWN);
    }

    @Test
    void comparesWithThen() {
        Derivation change = over(Trend.CHANGE);
        assertThat(derive(change, with(facts(), Y, 6.0), thirtyDaysAgo(8))).isEqualTo(new Value.Known(-0.25));
        assertThat(derive(change, with(facts(), Y, 6.0), thirtyDaysAgo(0))).isEqualTo(UNKNOWN);
        assertThat(derive(change, with(facts(), Y, 6.0), NOTHING)).isEqualTo(UNKNOWN);
        assertThat(derive(change, facts(), thirtyDaysAgo(8))).isEqualTo(UNKNOWN);
        assertThat(derive(change, with(facts(), Y, ABSENT), thirtyDaysAgo(8))).isEqualTo(NO_VALUE);
    }

    @Test
    void comparesCountsByTheWorkingDaysTheyHad() {
        // 84 in 21 working days are 4 a day; 64 in 16 are 4 as well, although the month lost a quarter
        Derivation change = over(Trend.CHANGE_PER_WORKING_DAY);
        assertThat(derive(change, with(facts(), Y, 64.0), thirtyDaysAgo(84))).isEqualTo(new Value.Known(0));
        assertThat(derive(change, with(facts(), Y, 32.0), thirtyDaysAgo(84))).isEqualTo(new Value.Known(-0.5));
        assertThat(derive(change, with(facts(), Y, 32.0), thirtyDaysAgo(0))).isEqualTo(UNKNOWN);
        assertThat(derive(change, with(facts(), Y, 32.0), NOTHING)).isEqualTo(UNKNOWN);
    }

    @Test
    void takesTheMeanOfAPeriod() {
        assertThat(derive(over(Trend.AVERAGE), facts(), thirtyDaysAgo(8))).isEqualTo(new Value.Known(5));
        assertThat(derive(over(Trend.AVERAGE), facts(), NOTHING)).isEqualTo(UNKNOWN);
    }

    private static Derivation over(Trend trend) {
        return new SignalType.OverTime(trend, Y, 30);
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
        assertThat(Derivations.reads(over(Trend.PREVIOUS))).containsExactly(Y);
        assertThat(Derivations.reads(over(Trend.CHANGE))).containsExactly(Y);
        assertThat(Derivations.reads(new SignalType.Count(SEVERE))).containsExactly(SEVERITY);
        assertThat(Derivations.reads(new SignalType.Extreme(SEVERE, term(0, COST), true)))
                .containsExactly(SEVERITY, COST);
    }
}
