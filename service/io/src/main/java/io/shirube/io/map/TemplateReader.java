package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what an account becomes; names that a portfolio does not have are reported with the nearest it has. */
final class TemplateReader {

    static final Set<String> TOP = Set.of(
            "from",
            "account",
            "contract",
            "signals",
            "tickets",
            "contacts",
            "openActions",
            "outcomes",
            "touches",
            "evidence",
            "pin",
            "previous");
    private static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
            Map.entry(
                    ".account",
                    words("id name employees groupEmployees industry stage attributes parentId onboardingCompletedOn")),
            Map.entry(
                    ".contract",
                    words("start end noticeRule noticeReceivedOn budgetSubmissionDate autoRenew termMonths arr mrr"
                            + " currency plan products")),
            Map.entry(".contract.noticeRule", words("kind n months day date")),
            Map.entry(
                    ".tickets",
                    words("id severity openedAt closedAt reopened escalated kind cause waitingForCustomer")),
            Map.entry(".contacts", words("id role leftOn lastContactAt rating optedOut")),
            Map.entry(".openActions", words("key type openedOn state snoozedUntil")),
            Map.entry(".outcomes", words("type group result on")),
            Map.entry(".touches", words("contactId channel on")),
            Map.entry(".pin", words("touch reason by expiresOn")),
            Map.entry(".previous", words("touch since stage pending")));
    private static final Set<String> ROWS = Set.of("from", "each");
    private static final String CONSTANT = "constant";

    private final Names names;
    private final Map<String, TableSpec> tables;
    private final Report report;

    TemplateReader(Names names, Map<String, TableSpec> tables, Report report) {
        this.names = names;
        this.tables = tables;
        this.report = report;
    }

    private static Set<String> words(String words) {
        return new TreeSet<>(List.of(words.split(" ", -1)));
    }

    Template.Fields read(Section portfolio) {
        Map<String, Template> members = new LinkedHashMap<>();
        for (String key : List.of(
                "account",
                "contract",
                "signals",
                "tickets",
                "contacts",
                "openActions",
                "outcomes",
                "touches",
                "evidence",
                "pin",
                "previous")) {
            portfolio
                    .get(key)
                    .flatMap(yaml -> template(yaml, "." + key, names))
                    .ifPresent(read -> members.put(key, read));
        }
        if (!(members.get("account") instanceof Template.Fields account)
                || !account.members().containsKey("id")) {
            report.error(
                    "missing-key",
                    portfolio.at("account"),
                    say("account.id がありません。", "account.id is missing."),
                    say("account: {id: 列} を書いてください。", "Write account: {id: COLUMN}."));
        }
        return new Template.Fields(members);
    }

    private Optional<Template> template(Yaml yaml, String path, Names among) {
        if (yaml instanceof Yaml.Scalar scalar) {
            return ExprParser.read(scalar.text(), among, report, scalar.at()).map(Template.Value::new);
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            List<Template> items = new ArrayList<>();
            sequence.items().forEach(item -> template(item, path, among).ifPresent(items::add));
            return Optional.of(new Template.Items(items));
        }
        List<Yaml.Entry> entries = ((Yaml.Mapping) yaml).entries();
        if (entries.size() == 1 && entries.get(0).key().equals(CONSTANT)) {
            return Optional.of(constant(entries.get(0).value()));
        }
        return entries.stream().anyMatch(entry -> entry.key().equals("each"))
                ? rows(yaml, path)
                : Optional.of(fields(entries, path, among));
    }

    private static Template constant(Yaml yaml) {
        if (yaml instanceof Yaml.Sequence sequence) {
            return new Template.Items(
                    sequence.items().stream().map(TemplateReader::constant).toList());
        }
        if (!(yaml instanceof Yaml.Scalar scalar) || scalar.isNull()) {
            return new Template.Value(new Expr.Literal(Type.NOTHING, null));
        }
        String text = scalar.text();
        if (!scalar.quoted() && (text.equals("true") || text.equals("false"))) {
            return new Template.Value(new Expr.Literal(Type.BOOLEAN, Boolean.valueOf(text)));
        }
        if (!scalar.quoted() && text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            return new Template.Value(new Expr.Literal(Type.NUMBER, new BigDecimal(text)));
        }
        return new Template.Value(new Expr.Literal(Type.TEXT, text));
    }

    private Optional<Template> rows(Yaml yaml, String path) {
        Section section = Section.of(yaml, ROWS, report);
        String from = section.required("from");
        TableSpec table = tables.get(from);
        if (table == null || table.account() < 0) {
            report.error(
                    "unknown-table",
                    section.at("from"),
                    say("account のある表「" + from + "」はありません。", "There is no table \"" + from + "\" with an account."),
                    Hint.of(from, new TreeSet<>(tables.keySet())));
            return Optional.empty();
        }
        return section.get("each")
                .filter(Yaml.Mapping.class::isInstance)
                .map(each -> new Template.Rows(from, fields(((Yaml.Mapping) each).entries(), path, table.names())));
    }

    private Template.Fields fields(List<Yaml.Entry> entries, String path, Names among) {
        Set<String> known = MEMBERS.getOrDefault(path, Set.of());
        Map<String, Template> members = new LinkedHashMap<>();
        for (Yaml.Entry entry : entries) {
            if (!known.isEmpty() && !known.contains(entry.key())) {
                report.error(
                        "unknown-field",
                        entry.keyAt(),
                        say(
                                "「" + path.substring(1) + "」に「" + entry.key() + "」という項目はありません。",
                                "\"" + path.substring(1) + "\" has no \"" + entry.key() + "\"."),
                        Hint.of(entry.key(), known));
            }
            template(entry.value(), path + "." + entry.key(), among).ifPresent(read -> members.put(entry.key(), read));
        }
        return new Template.Fields(members);
    }
}
