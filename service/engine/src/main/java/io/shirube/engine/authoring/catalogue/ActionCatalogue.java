package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads actions.yml: first what the types are called, because fields hold their names, later all the rest. */
final class ActionCatalogue {

    private static final List<String> DRIVERS = List.of("RETENTION", "EXPANSION", "ADVOCACY", "EFFICIENCY");

    private final Report report;
    private final Values values;
    private final ActionDelivery deliveries;
    private final Map<String, Entries> bodies = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();
    private List<String> indicators = List.of();

    ActionCatalogue(Entries file, CatalogueNames names, Report report) {
        this.report = report;
        this.values = new Values(report);
        this.deliveries = new ActionDelivery(report);
        for (Yaml.Entry entry : file.mapping("actions").all()) {
            if (names.value(entry.key(), entry.keyAt())) {
                bodies.put(entry.key(), Entries.of(entry.value(), report));
                places.put(entry.key(), entry.keyAt());
            }
        }
        file.end();
    }

    /** Returns the names of the types in the catalogue's order. */
    List<String> names() {
        return List.copyOf(bodies.keySet());
    }

    /** Returns the enum of the types' names. */
    EnumType actionName() {
        Map<String, String> ja = new HashMap<>();
        Map<String, String> en = new HashMap<>();
        bodies.forEach((name, body) -> {
            ja.put(name, body.text("ja", name));
            en.put(name, body.text("en", name));
        });
        List<String> all = bodies.isEmpty() ? List.of("NO_ACTION") : List.copyOf(bodies.keySet());
        return new EnumType("ActionName", all.subList(0, Math.min(all.size(), 1000)), ja, en);
    }

    /**
     * Returns every action type.
     *
     * @param complete whether the vocabulary holds every signal, so that an indicator it lacks does not exist
     * @param terms reads a value expression
     */
    List<ActionType> read(Vocabulary vocabulary, boolean complete, Function<Yaml.Scalar, Optional<Term>> terms) {
        List<ActionType> actions = new ArrayList<>();
        indicators = complete ? names(vocabulary) : List.of();
        bodies.forEach((name, body) -> {
            actions.add(action(name, actions.size(), body, vocabulary, terms));
            List.of("source", "grade", "note", "trigger").forEach(body::value);
            body.end();
        });
        return actions;
    }

    private ActionType action(
            String name, int number, Entries body, Vocabulary vocabulary, Function<Yaml.Scalar, Optional<Term>> terms) {
        @Nullable Entries purpose = purpose(name, body);
        Entries propensity = body.mapping("propensity");
        ActionDates dates = new ActionDates(vocabulary, report);
        String driver = body.required("driver")
                .flatMap(yaml -> values.oneOf(yaml, DRIVERS))
                .orElse("RETENTION");
        ActionType type = new ActionType(
                name,
                number,
                body.requiredText("ja"),
                body.requiredText("en"),
                actionClass(body),
                purpose == null ? "" : purpose.requiredText("ja"),
                purpose == null ? "" : purpose.requiredText("en"),
                driver,
                body.required("owner")
                        .flatMap(yaml -> values.byTouch(yaml, body::text))
                        .orElse(List.of("", "", "")),
                deliveries.of(body),
                body.text("skill", ""),
                body.value("channel")
                        .flatMap(yaml -> values.byTouch(yaml, body::text))
                        .orElse(List.of("", "", "")),
                body.value("effortHours")
                        .flatMap(yaml -> values.byTouch(yaml, this::hours))
                        .orElse(List.of(0.0, 0.0, 0.0)),
                dates.due(body),
                body.value("cooldownDays").flatMap(values::days).orElse(0),
                dates.expiry(body),
                body.value("windowDays").flatMap(values::days).orElse(90),
                body.text("group", ""),
                propensity
                        .value("prior")
                        .flatMap(yaml -> values.number(yaml, 0, 1))
                        .orElse(0.15),
                propensity
                        .value("strength")
                        .flatMap(yaml -> values.number(yaml, 0.001, 1e6))
                        .orElse(20.0),
                body.value("value")
                        .filter(yaml -> body.text(yaml).isPresent())
                        .flatMap(yaml -> terms.apply((Yaml.Scalar) yaml))
                        .orElse(null),
                body.text("objective", driver),
                body.value("weight")
                        .flatMap(yaml -> values.number(yaml, -100, 100))
                        .orElse(0.0),
                names(body, "touches", List.of("HIGH", "LOW", "TECH")),
                names(
                        body,
                        "stages",
                        vocabulary.enums().getOrDefault("Stage", actionName()).values()),
                others(body, "excludedBy", name),
                others(body, "absorbs", name),
                body.value("customerFacing").flatMap(values::flag).orElse(true),
                proof(body),
                places.getOrDefault(name, body.at()));
        if (purpose != null) {
            purpose.end();
        }
        propensity.end();
        return type;
    }

    private @Nullable Entries purpose(String name, Entries body) {
        Optional<Yaml> yaml = body.value("purpose");
        if (yaml.isEmpty()) {
            report.error(
                    "missing-purpose",
                    places.getOrDefault(name, body.at()),
                    say("「" + name + "」に目的（purpose）がありません。", "\"" + name + "\" has no purpose."),
                    say(
                            "どの指標を何のために動かすかを「purpose: {ja: …, en: …}」に書いてください。",
                            "Say which indicator it moves and what for: \"purpose: {ja: …, en: …}\"."));
        }
        return yaml.map(value -> Entries.of(value, report)).orElse(null);
    }

    private ActionType.ActionClass actionClass(Entries body) {
        return body.required("class")
                .flatMap(yaml -> values.oneOf(yaml, List.of("M", "S", "F")))
                .map(ActionType.ActionClass::valueOf)
                .orElse(ActionType.ActionClass.S);
    }

    private Optional<Double> hours(Yaml yaml) {
        return Values.written(yaml).matches("[-–—ー－]") ? Optional.of(Double.NaN) : values.number(yaml, 0, 1000);
    }

    private List<String> names(Entries body, String key, List<String> allowed) {
        return body.value(key)
                .map(yaml -> values.list(yaml, item -> values.oneOf(item, allowed)))
                .orElse(List.of());
    }

    private List<String> others(Entries body, String key, String self) {
        Optional<Yaml> yaml = body.value(key);
        List<String> others = names(body, key, List.copyOf(bodies.keySet()));
        if (others.contains(self)) {
            report.error(
                    "names-itself",
                    yaml.map(Yaml::at).orElse(body.at()),
                    say("「" + self + "」が自分自身を挙げています。", "\"" + self + "\" names itself."),
                    say(key + " から自分の名前を消してください。", "Take its own name out of " + key + "."));
        }
        return others;
    }

    private String proof(Entries body) {
        Optional<Yaml> yaml = body.value("proof");
        if (yaml.isEmpty()) {
            report.warning(
                    "no-proof",
                    body.at(),
                    say("効果を確かめる指標（proof）がありません。", "It names no indicator that proves its effect (proof)."),
                    say("「proof: {indicator: シグナル名}」を書き加えてください。", "Add \"proof: {indicator: name of a signal}\"."));
            return "";
        }
        Entries proof = Entries.of(yaml.get(), report);
        String indicator = proof.requiredText("indicator");
        if (!indicator.isEmpty() && !indicators.isEmpty() && !indicators.contains(indicator)) {
            report.error(
                    "unknown-field",
                    proof.place("indicator"),
                    say("「" + indicator + "」というシグナルはありません。", "There is no signal \"" + indicator + "\"."),
                    Hint.of(indicator, indicators));
        }
        proof.end();
        return indicator;
    }

    /** Returns the names an indicator may have, signals first. */
    private static List<String> names(Vocabulary vocabulary) {
        return Stream.concat(vocabulary.fields(FactType.SIGNALS).stream(), vocabulary.accountFields().stream())
                .map(Field::name)
                .distinct()
                .toList();
    }
}
