package io.shirube.io.map;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.catalogue.YamlReader;
import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping that can be run. Immutable. */
public final class Mapping {

    private final Map<String, TableSpec> tables;
    private final Names names;
    private final Template.Fields account;
    private final String base;
    private final int fiscalYearStart;
    private final @Nullable RuleTable ruleTable;

    Mapping(
            Map<String, TableSpec> tables,
            String base,
            Names names,
            Template.Fields account,
            int fiscalYearStart,
            @Nullable RuleTable ruleTable) {
        this.tables = tables;
        this.base = base;
        this.names = names;
        this.account = account;
        this.fiscalYearStart = fiscalYearStart;
        this.ruleTable = ruleTable;
    }

    /**
     * What reading a mapping gave.
     *
     * @param mapping null when a finding is an error
     * @param findings all at once, by place
     */
    public record Result(@Nullable Mapping mapping, List<Finding> findings) {}

    /**
     * Reads a mapping; whatever the bytes are, the answer says what is wrong.
     *
     * @param file its name, as findings call it
     */
    public static Result read(String file, byte[] bytes) {
        Report report = new Report();
        Optional<Yaml> yaml = Encodings.read(file, bytes, report).flatMap(text -> YamlReader.read(file, text, report));
        Mapping mapping =
                yaml.map(document -> new MappingReader(report).read(document)).orElse(null);
        return new Result(report.hasErrors() ? null : mapping, report.findings());
    }

    Map<String, TableSpec> tables() {
        return tables;
    }

    /** Returns the table with a row for each account. */
    TableSpec base() {
        TableSpec spec = tables.get(base);
        if (spec == null) {
            throw new IllegalStateException("no table " + base);
        }
        return spec;
    }

    /** Returns the names of an account: those of the base table, then {@code table.name} of the others. */
    Names names() {
        return names;
    }

    Template.Fields account() {
        return account;
    }

    int fiscalYearStart() {
        return fiscalYearStart;
    }

    /** Returns the rule table this mapping makes instead of a portfolio, or null. */
    @Nullable
    RuleTable ruleTable() {
        return ruleTable;
    }

    /** Returns whether it makes a rule table instead of a portfolio. */
    public boolean makesRuleTable() {
        return ruleTable != null;
    }
}
