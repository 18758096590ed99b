package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.ActionType.Due;
import io.shirube.engine.rules.ActionType.DueKind;
import io.shirube.engine.rules.ActionType.Expiry;
import io.shirube.engine.rules.ActionType.ExpiryKind;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code due:} and {@code expiry:} of an action type. */
final class ActionDates {

    private static final Map<String, ExpiryKind> EXPIRIES = Map.of(
            "decisionDate", ExpiryKind.DECISION_DATE,
            "contractEnd", ExpiryKind.CONTRACT_END,
            "contractStart", ExpiryKind.CONTRACT_START,
            "due", ExpiryKind.DUE,
            "never", ExpiryKind.NEVER);

    private static final Map<String, DueKind> COUNTS = new LinkedHashMap<>();
    private static final int LONGEST_WAIT = 30;
    private static final String EVENT = "event";

    static {
        COUNTS.put("workingDays", DueKind.WORKING_DAYS);
        COUNTS.put("afterStart", DueKind.AFTER_START);
        COUNTS.put("beforeStart", DueKind.BEFORE_START);
        COUNTS.put("beforeDecision", DueKind.BEFORE_DECISION);
    }

    private final Report report;
    private final Values values;
    private final Vocabulary vocabulary;

    /** @param vocabulary holds the dates an event may name */
    ActionDates(Vocabulary vocabulary, Report report) {
        this.report = report;
        this.values = new Values(report);
        this.vocabulary = vocabulary;
    }

    /** Returns the due date: {@code step}, days counted from somewhere such as {@code {workingDays: n}}, or a date. */
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
        List<Due> stated = new ArrayList<>();
        COUNTS.forEach((key, kind) -> days(entries, key).ifPresent(days -> stated.add(new Due(kind, days))));
        boolean named = entries.has(EVENT);
        entries.value(EVENT).flatMap(this::event).ifPresent(stated::add);
        entries.end();
        long count = COUNTS.keySet().stream().filter(entries::has).count() + (named ? 1 : 0);
        if (count != 1) {
            bad(yaml);
        }
        return stated.isEmpty() ? otherwise : stated.get(0);
    }

    private Optional<Due> event(Yaml yaml) {
        String name = Values.written(yaml);
        List<Field> dates = vocabulary.fields(FactType.SIGNALS).stream()
                .filter(field -> field.type() == ValueType.DATE)
                .toList();
        Optional<Field> date =
                dates.stream().filter(field -> field.name().equals(name)).findFirst();
        if (date.isEmpty()) {
            report.error(
                    "unknown-field",
                    yaml.at(),
                    say("「" + name + "」という日付のシグナルはありません。", "There is no date signal \"" + name + "\"."),
                    Hint.of(name, dates.stream().map(Field::name).toList()));
        }
        List<Integer> otherwise = List.of(LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT);
        return date.map(field -> new Due(DueKind.EVENT, otherwise, field));
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
                        "{workingDays: 10}、{afterStart: 14}、{beforeStart: 5}、{beforeDecision: 60}、{event: シグナル名}、step"
                                + " のどれか1つを書いてください。",
                        "Write one of {workingDays: 10}, {afterStart: 14}, {beforeStart: 5}, {beforeDecision: 60},"
                                + " {event: name of a signal} or step."));
    }
}
