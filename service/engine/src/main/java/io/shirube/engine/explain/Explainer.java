package io.shirube.engine.explain;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Reason;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a firing into a reason: the author's sentence with this account's values in it. Safe for use by many threads. */
public final class Explainer {

    private final RuleModel model;
    private final TermReader terms;
    private final List<List<Term.OfField>> tested;

    public Explainer(RuleModel model, TermReader terms) {
        this.model = model;
        this.terms = terms;
        this.tested = model.units().stream()
                .map(unit -> unit instanceof Rule rule ? FieldsRead.of(rule.condition()) : List.<Term.OfField>of())
                .toList();
    }

    /** Returns the reason of a firing, with the values the facts hold now. */
    public Reason reason(Firing firing, Facts facts) {
        RuleUnit unit = model.units().get(firing.unit());
        if (unit instanceof Table table && firing.row() >= 0) {
            Table.Row row = table.rows().get(firing.row());
            return reason(firing, facts, unit, row.position(), row.reasonJa(), row.reasonEn(), testedBy(table, row));
        }
        Rule rule = unit instanceof Rule own ? own : null;
        return reason(
                firing,
                facts,
                unit,
                unit.position(),
                rule == null ? null : rule.reasonJa(),
                rule == null ? null : rule.reasonEn(),
                tested.get(firing.unit()));
    }

    private Reason reason(
            Firing firing,
            Facts facts,
            RuleUnit unit,
            Position at,
            @Nullable ReasonTemplate ja,
            @Nullable ReasonTemplate en,
            List<Term.OfField> testedFields) {
        Map<String, Object> values = new LinkedHashMap<>();
        ReasonTemplate first = ja == null ? en : ja;
        ReasonTemplate second = en == null ? ja : en;
        String textJa = first == null ? unit.name() : sentence(first, firing, facts, true, values);
        String textEn = second == null ? unit.name() : sentence(second, firing, facts, false, values);
        for (Term.OfField field : testedFields) {
            put(values, name(field), terms.read(field, facts, firing), field.field());
        }
        return new Reason(unit.name(), at, textJa, textEn, values);
    }

    private String sentence(
            ReasonTemplate template, Firing firing, Facts facts, boolean japanese, Map<String, Object> values) {
        StringBuilder text = new StringBuilder();
        boolean noFigure = false;
        for (ReasonTemplate.Part part : template.parts()) {
            if (part instanceof ReasonTemplate.Words words) {
                text.append(noFigure ? withoutUnit(words.text()) : words.text());
            } else if (part instanceof ReasonTemplate.Quote quote) {
                Quoted value = terms.read(quote.term(), facts, firing);
                Field field = field(quote.term(), firing);
                text.append(ValueText.show(value, field, japanese));
                put(values, quote.name(), value, field);
                noFigure = japanese && !value.isKnown();
            }
        }
        return text.toString();
    }

    /** After 不明 or なし a sentence goes on without the sign of money or of a share: 不明, not 不明円. */
    private static String withoutUnit(String words) {
        return words.startsWith("円") || words.startsWith("%") ? words.substring(1) : words;
    }

    private static void put(Map<String, Object> values, String name, Quoted value, @Nullable Field field) {
        Object plain = ValueText.plain(value, field);
        if (plain != null) {
            values.putIfAbsent(name, plain);
        }
    }

    /** Returns the field that tells type and unit of a term: its own, or for a figure that of what it is made of. */
    private @Nullable Field field(Term term, Firing firing) {
        if (term instanceof Term.OfField own) {
            return own.field();
        }
        if (term instanceof Term.OfResult result && model.units().get(firing.unit()) instanceof Rule rule) {
            Term of = ofFunction(rule.condition(), result.result());
            return of instanceof Term.OfField made ? made.field() : null;
        }
        return null;
    }

    private static @Nullable Term ofFunction(Condition condition, int result) {
        for (Condition.Function function : functions(condition)) {
            if (function.result() == result) {
                return function.of();
            }
        }
        return null;
    }

    private static List<Condition.Function> functions(Condition condition) {
        if (condition instanceof Condition.Accumulate accumulate) {
            return accumulate.functions();
        }
        List<Condition> below = condition instanceof Condition.Both both
                ? both.parts()
                : condition instanceof Condition.Either either ? either.branches() : List.of();
        List<Condition.Function> all = new ArrayList<>();
        below.forEach(part -> all.addAll(functions(part)));
        return all;
    }

    private static List<Term.OfField> testedBy(Table table, Table.Row row) {
        List<Term.OfField> fields = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isAny()) {
                fields.add(FieldsRead.ofColumn(table.columns().get(i)));
            }
        }
        return fields;
    }

    private static String name(Term.OfField term) {
        return name(term.field());
    }

    /** Returns a field's name as a reason quotes it: plain for a signal, else with its fact, such as contract.arr. */
    public static String name(Field field) {
        return field.owner() == FactType.SIGNALS
                ? field.name()
                : field.owner().ruleName().toLowerCase(Locale.ROOT) + "." + field.name();
    }
}
