package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Merge;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields that signals.yml and conclusions.yml declare. */
final class FieldCatalogue {

    private static final Map<String, ValueType> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("number", ValueType.NUMBER);
        TYPES.put("boolean", ValueType.BOOLEAN);
        TYPES.put("date", ValueType.DATE);
        TYPES.put("event", ValueType.DATE);
        TYPES.put("text", ValueType.TEXT);
        TYPES.put("textset", ValueType.TEXT_SET);
    }

    private final FieldRegister register;
    private final EnumCatalogue enums;
    private final CatalogueNames names;
    private final Report report;
    private final Values values;
    private final Map<String, Position> targets = new LinkedHashMap<>();

    FieldCatalogue(FieldRegister register, EnumCatalogue enums, CatalogueNames names, Report report) {
        this.register = register;
        this.enums = enums;
        this.names = names;
        this.report = report;
        this.values = new Values(report);
        register.fields().stream()
                .filter(field -> field.owner().isSingleton())
                .forEach(field -> names.builtIn(field.name()));
    }

    /**
     * A signal or attribute as declared, its derivation not yet read.
     *
     * @param derive the text of its derivation, or null
     * @param changeable whether the author says that customer success can change it, or null
     */
    record Declared(
            Field field,
            @Nullable Integer staleDays,
            Yaml.@Nullable Scalar derive,
            Position at,
            @Nullable Changeable changeable) {}

    /** What the author says of {@code changeable}, and where. */
    record Changeable(boolean told, Position at) {}

    /** Reads {@code signals:} or {@code attributes:}; only signals go stale. */
    List<Declared> read(Entries entries, FactType owner) {
        List<Declared> declared = new ArrayList<>();
        for (Yaml.Entry entry : entries.all()) {
            Entries body = Entries.of(entry.value(), report);
            Optional<Field> field = field(owner, entry, body, null);
            Optional<Integer> stale = Optional.empty();
            if (owner == FactType.SIGNALS) {
                stale = body.value("stale")
                        .filter(yaml -> !Values.written(yaml).equals("never"))
                        .flatMap(values::days);
            }
            Yaml.Scalar derive = body.value("derive")
                    .filter(yaml -> body.text(yaml).isPresent())
                    .map(Yaml.Scalar.class::cast)
                    .orElse(null);
            Changeable changeable = body.value("changeable")
                    .flatMap(yaml -> values.flag(yaml).map(told -> new Changeable(told, yaml.at())))
                    .orElse(null);
            target(entry.key(), field, body);
            comments(body);
            body.end();
            if (field.isPresent()) {
                declared.add(new Declared(field.get(), stale.orElse(null), derive, entry.keyAt(), changeable));
            }
        }
        return declared;
    }

    /** Returns where each signal's target stands, by signal. */
    Map<String, Position> targets() {
        return targets;
    }

    /** A target is a number within the signal's range, one for all or one for each touch. */
    private void target(String name, Optional<Field> field, Entries body) {
        Optional<Yaml> target = body.value("target");
        if (target.isEmpty() || field.isEmpty()) {
            return;
        }
        Double min = field.get().min();
        Double max = field.get().max();
        values.byTouch(target.get(), yaml -> values.number(yaml, min == null ? -1e15 : min, max == null ? 1e15 : max));
        targets.put(name, target.get().at());
    }

    /** Reads {@code conclusions:}. */
    void readConclusions(Entries entries) {
        for (Yaml.Entry entry : entries.all()) {
            Entries body = Entries.of(entry.value(), report);
            Optional<Phase> phase = body.required("phase").flatMap(this::phase);
            field(FactType.VALUES, entry, body, phase.orElse(Phase.ACTIONS));
            comments(body);
            body.end();
        }
    }

    private Optional<Field> field(FactType owner, Yaml.Entry entry, Entries body, @Nullable Phase phase) {
        String name = entry.key();
        boolean named = names.field(name, entry.keyAt());
        String ja = body.requiredText("ja");
        String en = body.requiredText("en");
        Optional<FieldRegister.Draft> draft = named ? draft(owner, entry, body, ja, en) : Optional.empty();
        if (!named) {
            List.of("type", "values", "labels", "unit", "min", "max", "step").forEach(body::value);
        }
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        if (phase != null) {
            draft.get().concludedIn(phase, Merge.SINGLE);
        }
        for (String day : FieldRegister.dayNames(name)) {
            if (register.has(owner, day)) {
                names.field(day, entry.keyAt());
                return Optional.empty();
            }
        }
        Field field = draft.get().add();
        if (field.type() == ValueType.DATE) {
            FieldRegister.dayNames(name).forEach(names::builtIn);
        }
        return Optional.of(field);
    }

    private Optional<FieldRegister.Draft> draft(FactType owner, Yaml.Entry entry, Entries body, String ja, String en) {
        String written = body.requiredText("type");
        FieldRegister.Draft draft;
        if (TYPES.containsKey(written)) {
            draft = register.draft(owner, entry.key(), TYPES.get(written), ja, en);
        } else {
            Optional<EnumType> type = enumType(written, entry, body);
            if (type.isEmpty()) {
                List.of("unit", "min", "max", "step").forEach(body::value);
                return Optional.empty();
            }
            draft = register.draft(owner, entry.key(), type.get(), ja, en);
        }
        if (written.equals("event")) {
            draft.unit(BuiltinFields.EVENT);
        } else if (written.equals("number")) {
            figures(body, draft);
        }
        return Optional.of(draft);
    }

    private Optional<EnumType> enumType(String written, Yaml.Entry entry, Entries body) {
        if (written.equals("enum")) {
            return enums.inline(entry.key(), entry.keyAt(), body);
        }
        Optional<EnumType> type = enums.find(written);
        if (type.isEmpty() && !written.isEmpty()) {
            List<String> known = new ArrayList<>(TYPES.keySet());
            known.addAll(enums.typeNames());
            report.error(
                    "unknown-type",
                    body.place("type"),
                    say("「" + written + "」という型はありません。", "There is no type \"" + written + "\"."),
                    Hint.of(written, known));
        }
        return type;
    }

    private void figures(Entries body, FieldRegister.Draft draft) {
        String unit = body.text("unit", "");
        Optional<Double> min = body.value("min").flatMap(yaml -> values.number(yaml, -1e15, 1e15));
        Optional<Double> max = body.value("max").flatMap(yaml -> values.number(yaml, -1e15, 1e15));
        Optional<Double> step = body.value("step").flatMap(yaml -> values.number(yaml, 0, 1e15));
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            report.error(
                    "range-inverted",
                    body.place("min"),
                    say("min が max より大きくなっています。", "min is above max."),
                    say("min と max を入れ替えてください。", "Swap min and max."));
        } else {
            draft.range(min.orElse(null), max.orElse(null));
        }
        draft.unit(unit).step(step.orElse(0.0));
    }

    private Optional<Phase> phase(Yaml yaml) {
        List<String> folders = Arrays.stream(Phase.values()).map(Phase::folder).toList();
        return values.oneOf(yaml, folders)
                .flatMap(folder -> Arrays.stream(Phase.values())
                        .filter(phase -> phase.folder().equals(folder))
                        .findFirst());
    }

    /** Keys that are for people only. */
    private static void comments(Entries body) {
        List.of("source", "grade", "note", "target", "owner").forEach(body::value);
    }
}
