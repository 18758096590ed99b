package io.shirube.engine.cases;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one decision against what a case expects. Used by one thread. */
final class Comparison {

    /** Digits after which a sum's own error lies, as in the writer of decisions. */
    private static final int NOISE_DIGITS = 9;

    private final Decision decision;
    private final DecidedActions actions;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Comparison(Decision decision) {
        this.decision = decision;
        this.actions = new DecidedActions(decision);
    }

    /** Returns everything that is not as expected, in the author's order. */
    static List<Mismatch> of(Expectation expectation, Decision decision) {
        Comparison comparison = new Comparison(decision);
        expectation.tree().members().forEach((name, member) -> comparison.compare(name, member.value()));
        return List.copyOf(comparison.mismatches);
    }

    private void compare(String name, Yaml expected) {
        switch (name) {
            case "stage" -> stage(expected);
            case "touch" -> same(name, expected, decision.segment().touch());
            case "programme" -> same(name, expected, decision.segment().programme());
            case "sizeBand" -> same(name, expected, decision.segment().sizeBand());
            case "pending" -> same(name, expected, pending());
            case "renewal" -> renewal(expected);
            case "health" -> health(expected);
            case "success" -> same(name, expected, decision.success().level());
            case "noAction" ->
                same(
                        name,
                        expected,
                        decision.noAction() == null ? null : decision.noAction().cause());
            case "problems" -> same(name, expected, (double) decision.problems().size());
            case "actions" -> sameList(name, expected, actions.types());
            case "withdrawn" ->
                sameList(
                        name,
                        expected,
                        decision.withdrawn().stream()
                                .map(Decision.Withdrawn::key)
                                .toList());
            case "bundles" ->
                same(name, expected, (double) decision.actions().stream()
                        .map(Decision.Action::bundle)
                        .distinct()
                        .count());
            case "actionsInclude" -> includes(name, expected, actions.types());
            case "actionsExclude" -> excludes(name, expected, actions.types());
            case "missing" ->
                includes(
                        name,
                        expected,
                        decision.missingSignals().stream()
                                .map(Decision.MissingSignal::name)
                                .toList());
            case "notices" ->
                includes(
                        name,
                        expected,
                        decision.notices().stream().map(Decision.Remark::code).toList());
            case "held" -> byType(name, expected, type -> actions.suppressed(type, true));
            case "suppressed" -> byType(name, expected, type -> actions.suppressed(type, false));
            case "heldJa" -> byType(name, expected, type -> actions.heldTexts(type, Text::ja));
            case "heldEn" -> byType(name, expected, type -> actions.heldTexts(type, Text::en));
            case "due" ->
                byType(
                        name,
                        expected,
                        type -> actions.of(type, action -> action.dueOn().toString()));
            case "coOwner" -> byType(name, expected, type -> actions.of(type, Decision.Action::coOwnerRole));
            case "keys" -> byType(name, expected, type -> actions.of(type, actions::reasonKey));
            case "absorbed" ->
                byType(name, expected, type -> actions.of(type, action -> String.join(", ", action.absorbed())));
            case "reasonsJa" -> byType(name, expected, type -> actions.reasons(type, Reason::textJa));
            case "reasonsEn" -> byType(name, expected, type -> actions.reasons(type, Reason::textEn));
            case "noReasonJa" -> lacks(name, expected, Reason::textJa);
            case "noReasonEn" -> lacks(name, expected, Reason::textEn);
            default -> throw new IllegalArgumentException("no expectation " + name);
        }
    }

    private @Nullable String pending() {
        AccountSnapshot.Pending pending = decision.segment().pending();
        return pending == null ? null : pending.touch();
    }

    private void stage(Yaml expected) {
        if (!expected.isMap()) {
            same("stage", expected, decision.stage().value());
            return;
        }
        each(
                "stage",
                expected,
                Map.of(
                        "value",
                        decision.stage().value(),
                        "source",
                        decision.stage().source()));
    }

    private void renewal(Yaml expected) {
        Decision.Renewal renewal = decision.renewal();
        Map<String, @Nullable Object> actual = new HashMap<>();
        actual.put(
                "decisionDate",
                renewal.decisionDate() == null ? null : renewal.decisionDate().toString());
        actual.put("daysLeft", renewal.daysLeft() == null ? null : (double) renewal.daysLeft());
        actual.put("state", renewal.state());
        actual.put("basis", renewal.basis());
        actual.put("step", renewal.step());
        each("renewal", expected, actual);
    }

    private void health(Yaml expected) {
        Decision.Health health = decision.health();
        expected.members().forEach((name, member) -> {
            switch (name) {
                case "score" -> same("health.score", member.value(), rounded(health.score(), 1));
                case "coverage" -> same("health.coverage", member.value(), rounded(health.coverage(), 2));
                case "band" -> same("health.band", member.value(), health.band());
                default -> dimensions(member.value());
            }
        });
    }

    private void dimensions(Yaml expected) {
        expected.members().forEach((name, member) -> {
            String path = "health.dimensions." + name;
            Decision.Dimension found = decision.health().dimensions().stream()
                    .filter(dimension -> dimension.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                add(path, member.value(), "no such dimension");
            } else {
                same(path, member.value(), rounded(found.score(), 1));
            }
        });
    }

    private static @Nullable Double rounded(@Nullable Double value, int digits) {
        return value == null
                ? null
                : BigDecimal.valueOf(value)
                        .setScale(NOISE_DIGITS, RoundingMode.HALF_UP)
                        .setScale(digits, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    /** Compares sentences that an action that is there must not carry. */
    private void lacks(String name, Yaml expected, Function<Reason, String> text) {
        expected.members().forEach((type, member) -> {
            List<String> found = actions.reasons(type, text);
            if (found.isEmpty() || found.contains(shown(member.value()))) {
                add(name + "." + type, member.value(), found.isEmpty() ? "none" : String.join(" / ", found));
            }
        });
    }

    /** Compares what each named action type has; one of several is enough. */
    private void byType(String name, Yaml expected, Function<String, List<String>> actual) {
        expected.members().forEach((type, member) -> {
            List<String> found = actual.apply(type);
            if (!found.contains(shown(member.value()))) {
                add(name + "." + type, member.value(), found.isEmpty() ? "none" : String.join(" / ", found));
            }
        });
    }

    private void each(String path, Yaml expected, Map<String, ? extends @Nullable Object> actual) {
        expected.members().forEach((name, member) -> same(path + "." + name, member.value(), actual.get(name)));
    }

    private void same(String path, Yaml expected, @Nullable Object actual) {
        boolean same = Objects.equals(expected.value(), actual);
        if (!same) {
            add(path, expected, Mismatch.shown(actual));
        }
    }

    private void sameList(String path, Yaml expected, List<String> actual) {
        if (!texts(expected).equals(actual)) {
            add(path, expected, list(actual));
        }
    }

    private void includes(String path, Yaml expected, List<String> actual) {
        if (!actual.containsAll(texts(expected))) {
            add(path, expected, list(actual));
        }
    }

    private void excludes(String path, Yaml expected, List<String> actual) {
        if (texts(expected).stream().anyMatch(actual::contains)) {
            add(path, expected, list(actual));
        }
    }

    private static List<String> texts(Yaml list) {
        return list.items().stream().map(Comparison::shown).toList();
    }

    private static String shown(Yaml value) {
        return value.isList() ? String.join(", ", texts(value)) : Mismatch.shown(value.value());
    }

    private static String list(List<String> items) {
        return items.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private void add(String path, Yaml expected, String actual) {
        String written = expected.isList() ? list(texts(expected)) : Mismatch.shown(expected.value());
        mismatches.add(new Mismatch(expected.at(), path, written, actual));
    }
}
