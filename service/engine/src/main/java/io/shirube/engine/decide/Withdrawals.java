package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.Decision.Action;
import io.shirube.engine.model.Decision.Suppressed;
import io.shirube.engine.model.Decision.Withdrawn;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes back open actions that are neither offered nor held any more, naming what changed as far as it is known. */
final class Withdrawals {

    private final List<RuleUnit> units;
    private final Map<String, ActionType> types = new HashMap<>();
    private final WhyNot whyNot;

    Withdrawals(RuleModel model, WhyNot whyNot) {
        this.units = model.units(Phase.ACTIONS);
        model.actions().forEach(type -> types.put(type.name(), type));
        this.whyNot = whyNot;
    }

    List<Withdrawn> of(ActionResult result, Run run) {
        Set<String> standing = new HashSet<>();
        result.actions().stream().map(Action::key).forEach(standing::add);
        result.suppressed().stream()
                .filter(Suppressed::held)
                .map(Suppressed::key)
                .forEach(standing::add);
        List<Withdrawn> withdrawn = new ArrayList<>();
        for (OpenAction open : Screens.openActions(run)) {
            if (ActionStep.isAlive(open) && standing.add(open.key())) {
                withdrawn.add(new Withdrawn(open.key(), because(open, result, run)));
            }
        }
        withdrawn.sort(Comparator.comparing(Withdrawn::key));
        return withdrawn;
    }

    private Text because(OpenAction open, ActionResult result, Run run) {
        ActionType into = result.absorbed().get(open.key());
        if (into != null) {
            return new Text("「" + into.labelJa() + "」に統合しました。", "Merged into " + into.labelEn() + ".");
        }
        for (Suppressed suppressed : result.suppressed()) {
            if (suppressed.key().equals(open.key())) {
                return suppressed.text();
            }
        }
        if (!types.containsKey(open.type())) {
            return new Text("種別がアクションカタログにありません。", "Its type is not in the action catalogue.");
        }
        List<RuleUnit> proposing =
                units.stream().filter(unit -> proposes(unit, open)).toList();
        if (proposing.isEmpty()) {
            return new Text("この理由で提案するルールがありません。", "No rule proposes it for this reason any more.");
        }
        return whyNot.of(proposing, run.facts());
    }

    private static boolean proposes(RuleUnit unit, OpenAction open) {
        Stream<Consequence> consequences = unit instanceof Table table
                ? table.rows().stream().flatMap(row -> row.consequences().stream())
                : ((Rule) unit).consequences().stream();
        return consequences.anyMatch(consequence -> consequence instanceof Consequence.Propose propose
                && propose.action().name().equals(open.type())
                && (!(propose.key() instanceof Consequence.FixedKey fixed)
                        || open.key().endsWith(":" + fixed.text())));
    }
}
