package io.shirube.engine.explain.full;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.explain.Explainer;
import io.shirube.engine.explain.TermReader;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.Explanation.RuleTold;
import io.shirube.engine.model.Explanation.Unit;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains a decision in full: every rule and table of every phase, fired or not. Safe for use by many threads.
 *
 * <p>Costs a few times what deciding costs, since it evaluates every condition; nothing of it is needed to decide.
 */
public final class FullExplainer {

    private final RuleModel model;
    private final Words words;
    private final RuleTeller rules;
    private final TableTeller tables;

    /** @param explainer renders the reasons of what fired */
    public FullExplainer(RuleModel model, Evaluator evaluator, Explainer explainer, TermReader terms) {
        ProposalTeller proposals = new ProposalTeller(terms);
        this.model = model;
        this.words = new Words(model);
        this.rules = new RuleTeller(model, evaluator, explainer, words, proposals);
        this.tables = new TableTeller(evaluator, explainer, words, proposals);
    }

    /**
     * Returns what everything came to.
     *
     * @param facts with the conclusions of all phases
     * @param forActions the same as the last phase read them; another touch during help for a limited time
     */
    public Explanation explain(Facts facts, Facts forActions, Fates fates) {
        TestBook tests = new TestBook(words, model.texts());
        List<Unit> units = new ArrayList<>(model.units().size());
        for (RuleUnit unit : model.units()) {
            Facts read = unit.phase() == Phase.ACTIONS ? forActions : facts;
            units.add(
                    unit instanceof Rule rule
                            ? rules.tell(rule, read, tests, fates)
                            : tables.tell((Table) unit, read, fates));
        }
        return new Explanation(summary(units), tests.tests(), units);
    }

    private static List<Text> summary(List<Unit> units) {
        int all = 0;
        int fired = 0;
        int alone = 0;
        int unknown = 0;
        for (Unit unit : units) {
            if (unit instanceof RuleTold rule) {
                all++;
                fired += rule.fired() ? 1 : 0;
                alone += rule.alone() == null ? 0 : 1;
                unknown += rule.inForce() && rule.verdict() == null ? 1 : 0;
            }
        }
        return List.of(
                new Text(
                        "ルール" + all + "件のうち、" + fired + "件が成立しました。",
                        fired + " of " + all + (all == 1 ? " rule" : " rules") + " fired."),
                new Text(
                        "あと1つの条件だけで成立しなかったものは" + alone + "件、情報が足りず判断できないものは" + unknown + "件です。",
                        alone + " lacked one condition alone; " + unknown + " cannot be told for lack of data."));
    }
}
