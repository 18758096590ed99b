package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.FindingType;
import io.shirube.engine.rules.RuleBundle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads findings.yml: which findings over many accounts are looked for, from how many accounts on, and in which words. */
public final class FindingCatalogue {

    /** The file, at the top of the rule folder; without it nothing is looked for. */
    public static final String FILE = "findings.yml";

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private final Report report;
    private final Values values;

    private FindingCatalogue(Report report) {
        this.report = report;
        this.values = new Values(report);
    }

    /** Returns the findings in the author's order; everything wrong is reported. */
    public static List<FindingType> read(RuleBundle bundle, Report report) {
        byte[] bytes = bundle.files().get(FILE);
        if (bytes == null) {
            return List.of();
        }
        return Encodings.read(FILE, bytes, report)
                .flatMap(text -> YamlReader.read(FILE, text, report))
                .map(yaml -> new FindingCatalogue(report).types(Entries.of(yaml, report)))
                .orElse(List.of());
    }

    private List<FindingType> types(Entries file) {
        List<FindingType> types = file.mapping("findings").all().stream()
                .flatMap(entry -> type(entry).stream())
                .toList();
        file.end();
        return types;
    }

    private Optional<FindingType> type(Yaml.Entry entry) {
        List<String> kinds =
                Arrays.stream(FindingType.Kind.values()).map(Enum::name).toList();
        if (!kinds.contains(entry.key())) {
            report.error(
                    "unknown-finding",
                    entry.keyAt(),
                    say("「" + entry.key() + "」という所見はありません。", "There is no finding \"" + entry.key() + "\"."),
                    Hint.of(entry.key(), kinds));
            return Optional.empty();
        }
        Entries body = Entries.of(entry.value(), report);
        FindingType type = new FindingType(
                FindingType.Kind.valueOf(entry.key()),
                new Text(body.requiredText("ja"), body.requiredText("en")),
                body.requiredText("owner"),
                whole(body, "due", 0, 20),
                limits(body),
                text(body),
                entry.keyAt());
        List.of("source", "grade", "note").forEach(body::value);
        body.end();
        return Optional.of(type);
    }

    private FindingType.Limits limits(Entries body) {
        return new FindingType.Limits(
                whole(body, "accounts", 1, 3),
                number(body, "share", 1, 1),
                whole(body, "withinDays", 0, 90),
                whole(body, "afterDays", 0, 60),
                number(body, "level", 1000, 0),
                number(body, "rise", 1000, 0.1),
                whole(body, "answers", 1, 3));
    }

    private int whole(Entries body, String key, int least, int otherwise) {
        return body.value(key)
                .flatMap(yaml -> values.whole(yaml, least, 1_000_000))
                .orElse(otherwise);
    }

    private double number(Entries body, String key, double most, double otherwise) {
        return body.value(key).flatMap(yaml -> values.number(yaml, 0, most)).orElse(otherwise);
    }

    private Text text(Entries body) {
        Optional<Yaml> written = body.required("text");
        if (written.isEmpty()) {
            return new Text("", "");
        }
        Entries texts = Entries.of(written.get(), report);
        Text text = new Text(texts.requiredText("ja"), texts.requiredText("en"));
        places(texts, "ja", text.ja());
        places(texts, "en", text.en());
        texts.end();
        return text;
    }

    private void places(Entries texts, String key, String text) {
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            if (!FindingType.PLACES.contains(matcher.group(1))) {
                report.error(
                        "unknown-place",
                        texts.place(key),
                        say(
                                "{" + matcher.group(1) + "} は所見の文では使えません。",
                                "{" + matcher.group(1) + "} has no value in a finding."),
                        Hint.of(matcher.group(1), FindingType.PLACES));
            }
        }
    }
}
