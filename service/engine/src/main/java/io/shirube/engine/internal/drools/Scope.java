package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Term;
import java.util.HashSet;
import java.util.Set;

/**
 * How a printed expression reaches the facts at the place where it stands.
 *
 * @param own variable of the pattern it stands in, whose slots need no prefix, or {@link #NONE}
 * @param bound variables bound there, the own one among them
 */
record Scope(int own, Set<Integer> bound) {

    /** No pattern at all: everything needs its prefix. */
    static final int NONE = -2;

    Scope {
        bound = Set.copyOf(bound);
    }

    static Scope ofAccount() {
        return new Scope(Term.ACCOUNT, Set.of());
    }

    Scope in(int pattern) {
        return new Scope(pattern, bound);
    }

    Scope with(int variable) {
        Set<Integer> more = new HashSet<>(bound);
        more.add(variable);
        return new Scope(own, more);
    }

    /** Returns what is in reach behind an element. */
    Scope after(Branch.Element element) {
        return element instanceof Branch.Item item ? with(item.variable()) : this;
    }

    boolean reaches(int variable) {
        return variable == Term.ACCOUNT || bound.contains(variable);
    }

    /**
     * Returns what to print before a call on the fact of a variable. An item's pattern asks its own account, so that a test
     * of the item and the account is made once for each item and joins nothing.
     */
    String prefix(int variable) {
        if (variable == own) {
            return "";
        }
        if (variable == Term.ACCOUNT) {
            return own >= 0 ? "account." : "$a.";
        }
        return "$i" + variable + ".";
    }
}
