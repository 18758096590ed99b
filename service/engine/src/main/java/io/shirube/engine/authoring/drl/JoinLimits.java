package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Tokens;
import io.shirube.engine.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks whether a left side joins few enough items and branches to be decided in bounded time. */
final class JoinLimits {

    private final Names names;
    private final Tokens tokens;
    private @Nullable Finding wrong;

    private JoinLimits(Names names, Tokens tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    /** Returns the first thing that is too much, if there is one. */
    static Optional<Finding> firstWrong(Names names, Tokens tokens, List<Lhs> parts) {
        JoinLimits limits = new JoinLimits(names, tokens);
        int joined = 0;
        long branches = 1;
        for (Lhs part : parts) {
            joined = limits.joins(part, joined);
            branches = limits.checked(part, branches * limits.branches(part));
        }
        return Optional.ofNullable(limits.wrong);
    }

    /** Returns how many items are joined behind a part, of {@code before} ahead of it. */
    private int joins(Lhs lhs, int before) {
        if (lhs instanceof Lhs.All all) {
            int joined = before;
            for (Lhs part : all.parts()) {
                joined = joins(part, joined);
            }
            return joined;
        }
        if (lhs instanceof Lhs.Any any) {
            return any.parts().stream()
                    .mapToInt(part -> joins(part, before))
                    .max()
                    .orElse(before);
        }
        if (lhs instanceof Lhs.Quantified quantified) {
            joins(quantified.inner(), 0);
            return before;
        }
        boolean item = lhs instanceof Lhs.Fact fact
                && names.factType(fact.type().text())
                        .filter(type -> !type.isSingleton())
                        .isPresent();
        if (item && before == ConditionBuilder.MOST_JOINS) {
            remember(ConditionMessage.TOO_MANY_JOINS.at(tokens.position(lhs.first()), ConditionBuilder.MOST_JOINS));
        }
        return item ? before + 1 : before;
    }

    private long branches(Lhs lhs) {
        if (lhs instanceof Lhs.All all) {
            long product = 1;
            for (Lhs part : all.parts()) {
                product = checked(part, product * branches(part));
            }
            return product;
        }
        if (lhs instanceof Lhs.Any any) {
            return checked(any, any.parts().stream().mapToLong(this::branches).sum());
        }
        return 1;
    }

    private long checked(Lhs at, long branches) {
        if (branches > ConditionBuilder.MOST_BRANCHES) {
            remember(
                    ConditionMessage.TOO_MANY_BRANCHES.at(tokens.position(at.first()), ConditionBuilder.MOST_BRANCHES));
            return ConditionBuilder.MOST_BRANCHES + 1L;
        }
        return branches;
    }

    private void remember(Finding finding) {
        wrong = wrong == null || finding.compareTo(wrong) < 0 ? finding : wrong;
    }
}
