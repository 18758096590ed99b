package io.shirube.service.standing;

import io.shirube.engine.model.Decision;
import java.util.ArrayList;
import java.util.List;

/** What decisions are told apart by in a history: not the days that pass. Stateless. */
final class Substance {

    private Substance() {}

    static String of(Decision decision) {
        List<String> parts = new ArrayList<>();
        parts.add(decision.ruleset());
        parts.add(decision.stage().value());
        parts.add(decision.segment().touch() + "/" + decision.segment().programme() + "/"
                + decision.segment().pinned());
        parts.add(String.valueOf(decision.segment().pending()));
        parts.add(decision.health().band());
        parts.add(decision.success().level());
        parts.add(decision.renewal().state() + "/" + decision.renewal().decisionDate() + "/"
                + decision.renewal().step());
        decision.actions().forEach(action -> parts.add(action.key() + "@" + action.dueOn()));
        decision.suppressed().forEach(one -> parts.add(one.key() + "!" + one.by()));
        parts.add(decision.noAction() == null ? "" : decision.noAction().cause());
        decision.problems().forEach(problem -> parts.add(problem.code()));
        return String.join("\n", parts);
    }
}
