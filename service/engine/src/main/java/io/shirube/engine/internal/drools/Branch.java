package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import java.util.List;

/**
 * One conjunction of a rule's left side after every {@code or} has been multiplied out, also inside exists and not.
 *
 * @param elements in the author's order
 */
record Branch(List<Element> elements) {

    Branch {
        elements = List.copyOf(elements);
    }

    /** Returns what it asks of the account alone. */
    List<Constraint> guards() {
        return elements.stream()
                .filter(Branch::isOfAccount)
                .map(element -> ((Guard) element).constraint())
                .toList();
    }

    /** Returns all but the {@link #guards}. */
    List<Element> others() {
        return elements.stream().filter(element -> !isOfAccount(element)).toList();
    }

    private static boolean isOfAccount(Element element) {
        return element instanceof Guard guard
                && Variables.of(guard.constraint()).isEmpty();
    }

    /** One member of the conjunction. */
    sealed interface Element {}

    /** A statement about the account, perhaps about items bound before it too. */
    record Guard(Constraint constraint) implements Element {}

    /** An item that is bound. */
    record Item(int variable, FactType type, Constraint constraint) implements Element {}

    /** Some, or no, binding of the inner conjunction. */
    record Quantified(boolean negated, Branch inner) implements Element {}

    /** Figures over a collection. */
    record Tally(Condition.Accumulate accumulate) implements Element {}
}
