package io.shirube.engine.authoring.check;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.Aims;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a ruleset against the three traps of indicators: figures that serve nothing, figures that nothing answers when they
 * are low, and a score read for what it was not made for.
 */
public final class IndicatorChecks {

    private static final Set<FactType> SETTING = Set.of(FactType.STAGE, FactType.SEGMENT);

    private final Vocabulary vocabulary;
    private final List<RuleUnit> units;
    private final List<ActionType> actions;
    private final Aims aims;
    private final Report report;
    private final Roots roots;

    /** @param aims what the catalogues say scores and indicators are for */
    public IndicatorChecks(
            Vocabulary vocabulary, List<RuleUnit> units, List<ActionType> actions, Aims aims, Report report) {
        this.vocabulary = vocabulary;
        this.units = units;
        this.actions = actions;
        this.aims = aims;
        this.report = report;
        this.roots = new Roots(vocabulary, units);
    }

    /** Reports everything found; only sound when every file could be read. */
    public void run() {
        Set<String> proofs = actions.stream().map(ActionType::proofIndicator).collect(Collectors.toSet());
        aims.dimensions().forEach((name, aim) -> dimension(name, aim, proofs));
        targets(proofs);
        units.forEach(this::scores);
    }

    private void dimension(String name, Aims.DimensionAim aim, Set<String> proofs) {
        if (aim.purpose().isEmpty()) {
            report.warning(
                    "indicator-without-purpose",
                    aim.at(),
                    say(
                            "健康度の観点「" + name + "」が何のための点数かが書かれていません。",
                            "It is not said what the score of the dimension \"" + name + "\" is for."),
                    say(
                            "policies.yml に scorePurpose: CHURN_EARLY_WARNING(または SUCCESS、RENEWAL_FORECAST)を書くか、観点に purpose を書いてください。",
                            "Write scorePurpose: CHURN_EARLY_WARNING (or SUCCESS, RENEWAL_FORECAST) in policies.yml, or a purpose on"
                                    + " the dimension."));
        }
        Set<Field> scored = new LinkedHashSet<>();
        for (String field : List.of(name, name + "AtLeast", name + "AtMost")) {
            vocabulary.field(FactType.HEALTH, field).ifPresent(scored::add);
        }
        boolean used = units.stream().anyMatch(unit -> scored.stream().anyMatch(field -> Roots.concludes(unit, field)));
        Set<String> inputs = roots.of(scored);
        if (used && proofs.stream().noneMatch(inputs::contains)) {
            report.notice(
                    "nothing-moves-it",
                    aim.at(),
                    say(
                            "健康度の観点「" + name + "」が低くても、動かすアクションがありません。",
                            "When the dimension \"" + name + "\" is low, no action is there to move it."),
                    say(
                            "この点数が読むシグナルを proof の indicator に持つアクションを用意するか、観点をやめてください。",
                            "Provide an action whose proof names a signal this score reads, or give the dimension up."));
        }
    }

    private void targets(Set<String> proofs) {
        aims.targets().forEach((name, at) -> {
            if (!proofs.contains(name)) {
                report.warning(
                        "nothing-moves-it",
                        at,
                        say(
                                "「" + name + "」には目標がありますが、目標を下回ったときに動かすアクションがありません。",
                                "\"" + name + "\" has a target, but no action is there to move it when it is below."),
                        say(
                                "proof の indicator が「" + name + "」のアクションを用意するか、target を消してください。",
                                "Provide an action whose proof names \"" + name + "\", or delete the target."));
            }
        });
    }

    private void scores(RuleUnit unit) {
        List<ActionType> sold = Roots.consequences(unit).stream()
                .filter(Consequence.Propose.class::isInstance)
                .map(consequence -> ((Consequence.Propose) consequence).action())
                .filter(action -> action.driver().equals("EXPANSION"))
                .toList();
        Reads reads = new Reads();
        reads.tested(unit);
        List<Field> grounds = reads.fields().stream()
                .filter(field -> !SETTING.contains(field.owner()))
                .toList();
        if (!sold.isEmpty() && !grounds.isEmpty() && grounds.stream().allMatch(this::warnsOfChurn)) {
            report.warning(
                    "score-against-purpose",
                    unit.position(),
                    say(
                            "「" + unit.name() + "」は、解約の早期警戒のための健康度だけで「"
                                    + sold.get(0).labelJa() + "」を提案しています。",
                            "\"" + unit.name() + "\" proposes \"" + sold.get(0).labelEn()
                                    + "\" on the health score alone, which is there to warn of churn."),
                    say(
                            "席の不足やお問い合わせなど、拡大の根拠になる条件を加えてください。",
                            "Add a condition that speaks for expansion, such as seats running out or a request."));
        }
    }

    private boolean warnsOfChurn(Field field) {
        if (field.owner() != FactType.HEALTH) {
            return false;
        }
        Aims.DimensionAim aim = aims.dimensions().get(field.name());
        String purpose = aim == null ? aims.scorePurpose() : aim.purpose();
        return purpose.equals(Aims.CHURN_EARLY_WARNING);
    }
}
