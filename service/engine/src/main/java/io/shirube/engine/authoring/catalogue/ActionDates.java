package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.rules.ActionType.Due;
import io.shirube.engine.rules.ActionType.DueKind;
import io.shirube.engine.rules.ActionType.Expiry;
import io.shirube.engine.rules.ActionType.ExpiryKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code due:} and {@code expiry:} of an action type. */
final class ActionDates {

    private static final Map<String, ExpiryKind> EXPIRIES = Map.of(
            "decisionDate", ExpiryKind.DECISION_DATE,
            "contractEnd", ExpiryKind.CONTRACT_END,
            "contractStart", ExpiryKind.CONTRACT_START,
            "never", ExpiryKind.NEVER);

    private final Report report;
    private final Values values;

    ActionDates(Report report) {
        this.report = report;
        this.values = new Values(report);
    }

    /** Returns the due date: {@code step}, {@code {workingDays: n}} or {@code {afterStart: n}}. */
    Due due(Entries body) {
        Due otherwise = new Due(DueKind.WORKING_DAYS, List.of(0, 0, 0));
        Optional<Yaml> written = body.required("due");
        if (written.isEmpty()) {
            return otherwise;
        }
        Yaml yaml = written.get();
        if (yaml instanceof Yaml.Scalar scalar && scalar.text().equals("step")) {
            return new Due(DueKind.STEP, List.of(0, 0, 0));
        }
        if (!(yaml instanceof Yaml.Mapping)) {
            bad(yaml);
            return otherwise;
        }
        Entries entries = Entries.of(yaml, report);
        Optional<List<Integer>> working = days(entries, "workingDays");
        Optional<List<Integer>> afterStart = days(entries, "afterStart");
        entries.end();
        if (entries.has("workingDays") == entries.has("afterStart")) {
            bad(yaml);
        }
        return afterStart
                .map(days -> new Due(DueKind.AFTER_START, days))
                .orElse(new Due(DueKind.WORKING_DAYS, working.orElse(List.of(0, 0, 0))));
    }

    /** Returns the expiry: a number of days, or the name of a date; never when it is not written. */
    Expiry expiry(Entries body) {
        Optional<Yaml> written = body.value("expiry");
        if (written.isEmpty()) {
            return new Expiry(ExpiryKind.NEVER, 0);
        }
        String text = Values.written(written.get());
        ExpiryKind kind = EXPIRIES.get(text);
        if (kind != null) {
            return new Expiry(kind, 0);
        }
        if (text.matches("[A-Za-z]+")) {
            List<String> known = EXPIRIES.keySet().stream().sorted().toList();
            report.error(
                    "unknown-word",
                    written.get().at(),
                    say("「" + text + "」は使えません。", "\"" + text + "\" cannot be used here."),
                    Hint.of(text, known));
            return new Expiry(ExpiryKind.NEVER, 0);
        }
        return new Expiry(ExpiryKind.DAYS, values.days(written.get()).orElse(0));
    }

    private Optional<List<Integer>> days(Entries entries, String key) {
        return entries.value(key).flatMap(yaml -> values.byTouch(yaml, item -> values.whole(item, -3650, 3650)));
    }

    private void bad(Yaml yaml) {
        report.error(
                "bad-due",
                yaml.at(),
                say("期日（due）として読めません。", "This is not a due date."),
                say(
                        "{workingDays: 10}、{afterStart: 14}、step のどれか1つを書いてください。",
                        "Write one of {workingDays: 10}, {afterStart: 14} or step."));
    }
}
