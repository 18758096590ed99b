package io.shirube.engine.cases.coverage;

import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches the conditions of one rule. A condition decides in a case when the rule would fire with it and not without it, or
 * the other way round: only then does the case say anything about it.
 */
final class RuleWatch {

    private final Rule rule;
    private final Probes probes;
    private final int whole;
    private final List<Watched> conditions = new ArrayList<>();

    RuleWatch(Rule rule, Edges edges, Probes probes) {
        this.rule = rule;
        this.probes = probes;
        this.whole = probes.add(rule, rule.condition());
        for (Site site : Sites.of(rule)) {
            conditions.add(new Watched(site, edges));
        }
    }

    Rule rule() {
        return rule;
    }

    void watch(Facts facts) {
        for (Watched condition : conditions) {
            condition.watch(facts);
        }
    }

    void tell(Consumer<Coverage.Condition> toConditions, Consumer<Coverage.Threshold> toThresholds) {
        for (Watched condition : conditions) {
            toConditions.accept(new Coverage.Condition(
                    rule.name(),
                    condition.site.origin().at(),
                    condition.site.origin().text(),
                    condition.seen));
            for (WatchedEdge edge : condition.edges) {
                toThresholds.accept(new Coverage.Threshold(
                        rule.name(),
                        condition.site.origin().at(),
                        edge.edge.name(),
                        edge.edge.at(),
                        edge.edge.sides().stream().map(Edge.Side::step).toList(),
                        edge.on,
                        edge.beside));
            }
        }
    }

    private boolean is(int probe, Facts facts, Verdict wanted) {
        return probes.verdict(probe, facts) == wanted;
    }

    /** One condition and what was seen of it. */
    private final class Watched {
        private final Site site;
        private final int holds;
        private final int fails;
        private final int with;
        private final int without;
        private final Seen seen = new Seen();
        private final List<WatchedEdge> edges = new ArrayList<>();

        Watched(Site site, Edges found) {
            this.site = site;
            this.holds = probes.add(rule, site.holds());
            this.fails = probes.add(rule, site.fails());
            this.with = probes.add(rule, site.within().with(Site.always(site.origin())));
            this.without = probes.add(rule, site.within().with(Site.never(site.origin())));
            for (Edges.InRule edge : found.of(site.test(), rule)) {
                edges.add(new WatchedEdge(site, edge));
            }
        }

        void watch(Facts facts) {
            seen.isTrue |= !seen.isTrue && is(holds, facts, Verdict.TRUE);
            seen.isFalse |= !seen.isFalse && is(fails, facts, Verdict.TRUE);
            if (!seen.isDecisive() || edges.stream().anyMatch(edge -> !edge.isComplete())) {
                Verdict satisfied = probes.verdict(with, facts);
                Verdict unsatisfied = probes.verdict(without, facts);
                if ((satisfied == Verdict.TRUE) != (unsatisfied == Verdict.TRUE)) {
                    seen.decidesTrue |= is(whole, facts, satisfied);
                    seen.decidesFalse |= is(whole, facts, unsatisfied);
                    edges.forEach(edge -> edge.watch(facts, satisfied));
                }
            }
        }
    }

    /** One threshold: its number, or one next to it, in a case in which the test decides. */
    private final class WatchedEdge {
        private final Edge edge;
        private final int onIt;
        private final List<Integer> besideIt = new ArrayList<>();
        private boolean on;
        private boolean beside;

        WatchedEdge(Site site, Edges.InRule found) {
            this.edge = found.edge();
            this.onIt = probes.add(rule, site.within().with(edge.on(found.term(), site.origin())));
            for (Constraint near : edge.beside(found.term(), site.origin())) {
                besideIt.add(probes.add(rule, site.within().with(near)));
            }
            this.beside = besideIt.isEmpty();
        }

        boolean isComplete() {
            return on && beside;
        }

        void watch(Facts facts, Verdict satisfied) {
            on |= !on && is(onIt, facts, satisfied);
            beside |= !beside && besideIt.stream().anyMatch(near -> is(near, facts, satisfied));
        }
    }
}
