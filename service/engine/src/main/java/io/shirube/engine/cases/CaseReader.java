package io.shirube.engine.cases;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.input.Paths;
import io.shirube.engine.input.SnapshotAssembler;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Position;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a case file into cases and says what it cannot understand. Used by one thread for one file. */
final class CaseReader {

    private static final List<String> FILE_NAMES = List.of("about", "asOf", "base", "cases");
    private static final List<String> CASE_NAMES = List.of("name", "asOf", "given", "expect", "skip");

    private final Position start;
    private final SnapshotAssembler assembler;
    private final List<Finding> findings;

    CaseReader(String file, ZoneId zone, List<Finding> findings) {
        this.start = Position.inText(file, 1, 1);
        this.assembler = new SnapshotAssembler(zone);
        this.findings = findings;
    }

    List<RuleCase> cases(@Nullable Yaml tree) {
        Yaml list = tree == null ? null : tree.member("cases");
        if (tree == null || list == null || !list.isList()) {
            if (findings.isEmpty()) {
                add("case-none", start, "cases: の下に一覧がありません。", "The file has no list under cases:.");
            }
            return List.of();
        }
        known(tree, "", FILE_NAMES);
        LocalDate asOf = date(tree.member("asOf"));
        Yaml base = tree.member("base");
        List<RuleCase> cases = new ArrayList<>();
        for (Yaml item : list.items()) {
            int before = findings.size();
            RuleCase read = oneCase(item, base, asOf);
            if (findings.size() == before) {
                cases.add(read);
            }
        }
        return cases;
    }

    private RuleCase oneCase(Yaml item, @Nullable Yaml base, @Nullable LocalDate fileAsOf) {
        if (!item.isMap()) {
            add("case-shape", item.at(), "ケースは name: などの項目で書いてください。", "Write a case as name: and so on.");
        }
        known(item, "", CASE_NAMES);
        Yaml asOf = item.member("asOf");
        Yaml expect = item.member("expect");
        Yaml nothing = new Yaml(new LinkedHashMap<String, Yaml.Member>(), item.at());
        Expectation expectation = new Expectation(expect == null || expect.value() == null ? nothing : expect);
        check(expectation.tree());
        Map<String, Position> places = new LinkedHashMap<>();
        return new RuleCase(
                text(item.member("name"), "(" + item.at().line() + ")"),
                item.at(),
                asOf == null ? fileAsOf : date(asOf),
                given(item.member("given"), base == null ? nothing : base, places),
                places,
                expectation,
                item.member("skip") == null ? null : text(item.member("skip"), ""));
    }

    private Assembled given(@Nullable Yaml given, Yaml base, Map<String, Position> places) {
        Yaml merged = given == null || given.value() == null ? base : base.under(given);
        Assembled read = assembler.assemble(withId(merged.tree("", places)));
        for (InputProblem problem : read.problems()) {
            Position at = placeOf(problem.field(), places);
            findings.add(new Finding(
                    Severity.ERROR,
                    "case-given",
                    at,
                    problem.detail().ja(),
                    "given: または base: を直してください。",
                    problem.detail().en(),
                    "Correct given: or base:."));
        }
        return read;
    }

    private Position placeOf(String field, Map<String, Position> places) {
        String path = field;
        while (!places.containsKey(path) && !path.isEmpty()) {
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return places.getOrDefault(path, start);
    }

    /** Gives the account an id when the author gave none. */
    private static @Nullable Object withId(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> entry)) {
            return tree;
        }
        Map<Object, @Nullable Object> whole = new LinkedHashMap<>(entry);
        Object account = whole.get("account");
        if (account == null) {
            whole.put("account", Map.of("id", "CASE"));
        } else if (account instanceof Map<?, ?> members && !members.containsKey("id")) {
            Map<Object, @Nullable Object> named = new LinkedHashMap<>();
            named.put("id", "CASE");
            named.putAll(members);
            whole.put("account", named);
        }
        return whole;
    }

    private void check(Yaml expect) {
        if (!expect.isMap()) {
            add("case-shape", expect.at(), "expect: の下は項目で書いてください。", "Write names and values under expect:.");
            return;
        }
        known(expect, "", new TreeSet<>(Expectation.SHAPES.keySet()));
        expect.members().forEach((name, member) -> {
            Expectation.Shape shape = Expectation.SHAPES.get(name);
            if (shape != null) {
                check(name, member.value(), shape);
            }
        });
    }

    private void check(String name, Yaml value, Expectation.Shape shape) {
        boolean fits = switch (shape.kind()) {
            case SCALAR -> !value.isMap() && !value.isList();
            case LIST -> value.isList() && value.items().stream().noneMatch(Yaml::isMap);
            case BY_NAME -> value.isMap();
            case OBJECT -> value.isMap() || (name.equals("stage") && !value.isList());
        };
        if (!fits) {
            add("case-shape", value.at(), name + " の書き方が違います。", name + " is not written in its way.");
        } else if (shape.kind() == Expectation.Kind.OBJECT) {
            known(value, name, shape.names());
        }
    }

    private void known(Yaml object, String path, Collection<String> names) {
        object.members().forEach((name, member) -> {
            if (!names.contains(name)) {
                String shown = Paths.member(path, name);
                String near = NearestName.of(name, names).orElse("");
                String all = String.join(", ", names);
                findings.add(new Finding(
                        Severity.ERROR,
                        "case-unknown-key",
                        member.keyAt(),
                        shown + " という項目はありません。",
                        near.isEmpty() ? "使える項目: " + all + "。" : near + " のことですか。",
                        "Unknown key " + shown + ".",
                        near.isEmpty() ? "Known here: " + all + "." : "Did you mean " + near + "?"));
            }
        });
    }

    private @Nullable LocalDate date(@Nullable Yaml value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(String.valueOf(value.value()));
        } catch (DateTimeException e) {
            add("case-date", value.at(), "asOf は 2026-11-20 の形の日付にしてください。", "asOf must be a date such as 2026-11-20.");
            return null;
        }
    }

    private static String text(@Nullable Yaml value, String otherwise) {
        return value == null || value.value() == null ? otherwise : String.valueOf(value.value());
    }

    private void add(String code, Position at, String ja, String en) {
        findings.add(new Finding(
                Severity.ERROR,
                code,
                at,
                ja,
                "rules/README.md のケースの書き方を見てください。",
                en,
                "See the README of the rules on cases."));
    }
}
