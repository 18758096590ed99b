package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Multiplies out the {@code or}s of a left side: a rule fires where one of its branches does. */
final class Branches {

    /** Above this many branches a rule is refused; front ends stop at 64. */
    private static final int LIMIT = 512;

    private Branches() {}

    /**
     * Returns the branches of a condition; none when it can never be true.
     *
     * @throws IllegalArgumentException when there are too many, or an accumulate stands inside an exists or not
     */
    static List<Branch> of(Condition condition) {
        return branches(condition, true);
    }

    private static List<Branch> branches(Condition condition, boolean outermost) {
        Optional<Constraint> plain = plain(condition);
        if (plain.isPresent()) {
            return one(new Branch.Guard(plain.get()));
        }
        if (condition instanceof Condition.Match match) {
            return one(new Branch.Item(match.variable(), match.type(), match.constraint()));
        }
        if (condition instanceof Condition.Both both) {
            return product(both.parts(), outermost);
        }
        if (condition instanceof Condition.Either either) {
            return union(either.branches(), outermost);
        }
        if (condition instanceof Condition.Exists exists) {
            return some(branches(exists.inner(), false));
        }
        if (condition instanceof Condition.NotExists not) {
            return none(branches(not.inner(), false));
        }
        if (outermost && condition instanceof Condition.Accumulate accumulate) {
            return one(new Branch.Tally(accumulate));
        }
        throw new IllegalArgumentException("an accumulate inside an exists or not");
    }

    /** Returns the one constraint a condition comes to when it binds and counts nothing. */
    private static Optional<Constraint> plain(Condition condition) {
        if (condition instanceof Condition.OnAccount onAccount) {
            return Optional.of(onAccount.constraint());
        }
        if (condition instanceof Condition.Both both) {
            return plainParts(both.parts()).map(parts -> new Constraint.AllOf(parts, both.origin()));
        }
        if (condition instanceof Condition.Either either) {
            return plainParts(either.branches()).map(parts -> new Constraint.AnyOf(parts, either.origin()));
        }
        return Optional.empty();
    }

    private static Optional<List<Constraint>> plainParts(List<Condition> conditions) {
        List<Constraint> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<Constraint> part = plain(condition);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }

    private static List<Branch> product(List<Condition> parts, boolean outermost) {
        List<Branch> products = List.of(new Branch(List.of()));
        for (Condition part : parts) {
            List<Branch> factors = branches(part, outermost);
            List<Branch> longer = new ArrayList<>();
            for (Branch product : products) {
                for (Branch factor : factors) {
                    List<Branch.Element> elements = new ArrayList<>(product.elements());
                    elements.addAll(factor.elements());
                    longer.add(new Branch(elements));
                }
            }
            products = limited(longer);
        }
        return products;
    }

    private static List<Branch> union(List<Condition> parts, boolean outermost) {
        List<Branch> all = new ArrayList<>();
        for (Condition part : parts) {
            all.addAll(branches(part, outermost));
        }
        return limited(all);
    }

    private static List<Branch> some(List<Branch> inner) {
        return inner.stream()
                .map(branch -> new Branch(
                        branch.elements().isEmpty() ? List.of() : List.of(new Branch.Quantified(false, branch))))
                .toList();
    }

    private static List<Branch> none(List<Branch> inner) {
        List<Branch.Element> elements = new ArrayList<>();
        for (Branch branch : inner) {
            if (branch.elements().isEmpty()) {
                return List.of();
            }
            elements.add(new Branch.Quantified(true, branch));
        }
        return List.of(new Branch(elements));
    }

    private static List<Branch> one(Branch.Element element) {
        return List.of(new Branch(List.of(element)));
    }

    private static List<Branch> limited(List<Branch> branches) {
        if (branches.size() > LIMIT) {
            throw new IllegalArgumentException("more than " + LIMIT + " branches");
        }
        return branches;
    }
}
