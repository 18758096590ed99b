package io.shirube.engine.cases.coverage;

import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the conditions of a rule: every test, every exists and not, every test of an accumulate's result. */
final class Sites {

    private final List<Site> sites = new ArrayList<>();
    private final Free free;

    private Sites(Rule rule) {
        this.free = new Free(rule.condition());
    }

    /** Puts a part back into the whole left side. */
    private interface Put<T> {
        Condition with(T part);
    }

    /** Returns the conditions of a rule in the author's order. */
    static List<Site> of(Rule rule) {
        Sites found = new Sites(rule);
        found.visit(rule.condition(), whole -> whole);
        return found.sites;
    }

    private void visit(Condition condition, Put<Condition> put) {
        if (condition instanceof Condition.OnAccount on) {
            visit(on.constraint(), test -> put.with(new Condition.OnAccount(test, on.origin())));
        } else if (condition instanceof Condition.Match match) {
            visit(match.constraint(), test -> put.with(with(match, test)));
        } else if (condition instanceof Condition.Both both) {
            visit(both.parts(), parts -> put.with(new Condition.Both(parts, both.origin())));
        } else if (condition instanceof Condition.Either either) {
            visit(either.branches(), branches -> put.with(new Condition.Either(branches, either.origin())));
        } else if (condition instanceof Condition.Exists exists) {
            whole(exists, new Condition.NotExists(exists.inner(), exists.origin()), put);
            visit(exists.inner(), inner -> put.with(new Condition.Exists(inner, exists.origin())));
        } else if (condition instanceof Condition.NotExists none) {
            whole(none, new Condition.Exists(none.inner(), none.origin()), put);
            visit(none.inner(), inner -> put.with(new Condition.NotExists(inner, none.origin())));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            visit(accumulate, put);
        }
    }

    private void visit(List<Condition> parts, Put<List<Condition>> put) {
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            visit(parts.get(i), part -> put.with(exchanged(parts, at, part)));
        }
    }

    private void whole(Condition condition, Condition opposite, Put<Condition> put) {
        Site.Exchange within = test -> put.with(new Condition.OnAccount(test, condition.origin()));
        Set<Integer> inside = Free.matchesIn(condition).keySet();
        sites.add(new Site(
                condition.origin(),
                null,
                free.around(condition, inside),
                free.around(opposite, inside),
                within,
                within));
    }

    private void visit(Condition.Accumulate accumulate, Put<Condition> put) {
        visit(accumulate.source().constraint(), test -> put.with(Figures.counting(accumulate, test)));
        Set<Integer> inside = Set.of(accumulate.source().variable());
        for (int i = 0; i < accumulate.constraints().size(); i++) {
            int at = i;
            Constraint check = accumulate.constraints().get(i);
            Site.Exchange alone = test -> free.around(Figures.only(accumulate, test), inside);
            sites.add(new Site(
                    check.origin(),
                    check,
                    alone.with(check),
                    alone.with(Figures.opposite(check)),
                    alone,
                    test -> put.with(Figures.exchanged(accumulate, at, test))));
        }
    }

    private void visit(Constraint constraint, Put<Constraint> put) {
        if (constraint instanceof Constraint.AllOf all) {
            each(all.parts(), parts -> put.with(new Constraint.AllOf(parts, all.origin())));
        } else if (constraint instanceof Constraint.AnyOf any) {
            each(any.parts(), parts -> put.with(new Constraint.AnyOf(parts, any.origin())));
        } else if (constraint instanceof Constraint.Not not) {
            visit(not.negated(), part -> put.with(new Constraint.Not(part, not.origin())));
        } else {
            Origin origin = constraint.origin();
            Site.Exchange alone = test -> free.around(new Condition.OnAccount(test, origin), Set.of());
            sites.add(new Site(
                    origin,
                    constraint,
                    alone.with(constraint),
                    alone.with(new Constraint.Not(constraint, origin)),
                    alone,
                    put::with));
        }
    }

    private void each(List<Constraint> parts, Put<List<Constraint>> put) {
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            visit(parts.get(i), part -> put.with(exchanged(parts, at, part)));
        }
    }

    private static Condition.Match with(Condition.Match match, Constraint test) {
        return new Condition.Match(match.variable(), match.type(), test, match.origin());
    }

    private static <T> List<T> exchanged(List<T> parts, int at, T part) {
        List<T> copy = new ArrayList<>(parts);
        copy.set(at, part);
        return copy;
    }
}
