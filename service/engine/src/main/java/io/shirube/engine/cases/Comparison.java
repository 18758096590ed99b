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
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Comparison(Decision decision) {
        this.decision = decision;
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
            case "actions" -> sameList(name, expected, types());
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
            case "actionsInclude" -> includes(name, expected, types());
            case "actionsExclude" -> excludes(name, expected, types());
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
            case "held" -> byType(name, expected, type -> suppressed(type, true));
            case "suppressed" -> byType(name, expected, type -> suppressed(type, false));
            case "heldJa" -> byType(name, expected, type -> heldTexts(type, Text::ja));
            case "heldEn" -> byType(name, expected, type -> heldTexts(type, Text::en));
            case "due" ->
                byType(name, expected, type -> of(type, action -> action.dueOn().toString()));
            case "coOwner" -> byType(name, expected, type -> of(type, Decision.Action::coOwnerRole));
            case "keys" -> byType(name, expected, type -> of(type, this::reasonKey));
            case "absorbed" -> byType(name, expected, type -> of(type, action -> String.join(", ", action.absorbed())));
            case "reasonsJa" -> reasons(name, expected, Reason::textJa);
            case "reasonsEn" -> reasons(name, expected, Reason::textEn);
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

    private List<String> types() {
        return decision.actions().stream().map(Decision.Action::type).toList();
    }

    private List<String> suppressed(String type, boolean held) {
        return decision.suppressed().stream()
                .filter(one -> one.type().equals(type) && (one.held() || !held))
                .map(Decision.Suppressed::by)
                .toList();
    }

    private List<String> heldTexts(String type, Function<Text, String> language) {
        return decision.suppressed().stream()
                .filter(one -> one.type().equals(type) && one.held())
                .map(Decision.Suppressed::text)
                .map(language)
                .toList();
    }

    private List<String> of(String type, Function<Decision.Action, String> part) {
        return decision.actions().stream()
                .filter(action -> action.type().equals(type))
                .map(part)
                .toList();
    }

    /** Returns what follows the account and the type in an action's key. */
    private String reasonKey(Decision.Action action) {
        String before = decision.accountId() + ":" + action.type() + ":";
        return action.key().startsWith(before) ? action.key().substring(before.length()) : action.key();
    }

    private void reasons(String name, Yaml expected, Function<Reason, String> text) {
        byType(
                name,
                expected,
                type -> decision.actions().stream()
                        .filter(action -> action.type().equals(type))
                        .flatMap(action -> action.reasons().stream())
                        .map(text)
                        .toList());
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
