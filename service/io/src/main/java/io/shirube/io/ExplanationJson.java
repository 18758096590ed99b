package io.shirube.io;

import static io.shirube.io.CanonicalJson.list;
import static io.shirube.io.CanonicalJson.text;
import static io.shirube.io.CanonicalJson.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.Explanation.Cell;
import io.shirube.engine.model.Explanation.Column;
import io.shirube.engine.model.Explanation.Hit;
import io.shirube.engine.model.Explanation.Items;
import io.shirube.engine.model.Explanation.Kind;
import io.shirube.engine.model.Explanation.Near;
import io.shirube.engine.model.Explanation.Node;
import io.shirube.engine.model.Explanation.Proposed;
import io.shirube.engine.model.Explanation.RuleTold;
import io.shirube.engine.model.Explanation.TableTold;
import io.shirube.engine.model.Explanation.Test;
import io.shirube.engine.model.Explanation.Unit;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes what every rule and table came to, each under its file and its place there, {@code line:column} or cell. Nothing is
 * written twice: a test stands in {@code tests} once, rules name it by its number. What is as usual is left out: a rule in
 * force that did not fire.
 *
 * @param language {@code ja}, or else English
 */
record ExplanationJson(String language) {

    private static final int DIGITS = 6;
    private static final double WHOLE = 1e15;

    void write(JsonGenerator out, Explanation explanation) throws IOException {
        out.writeObjectFieldStart("explanation");
        texts(
                out,
                "summary",
                explanation.summary().stream().map(each -> each.in(language)).toList());
        list(out, "tests", explanation.tests(), ExplanationJson::test);
        out.writeObjectFieldStart("rules");
        files(out, explanation.units());
        out.writeEndObject();
        out.writeObjectFieldStart("tables");
        for (Unit unit : explanation.units()) {
            if (unit instanceof TableTold table) {
                table(out, table);
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Writes {@code [words, verdict, value, threshold]}; what is not there is null, and left out at the end. */
    private static void test(JsonGenerator out, Test test) throws IOException {
        out.writeStartArray();
        out.writeString(test.words());
        verdict(out, test.verdict());
        if (test.value() != null || test.threshold() != null) {
            value(out, test.value());
        }
        if (test.threshold() != null) {
            value(out, test.threshold());
        }
        out.writeEndArray();
    }

    private void files(JsonGenerator out, List<Unit> units) throws IOException {
        String file = null;
        for (Unit unit : units) {
            if (unit instanceof RuleTold rule) {
                String own = rule.at().file();
                if (!Objects.equals(file, own)) {
                    if (file != null) {
                        out.writeEndObject();
                    }
                    file = own;
                    out.writeObjectFieldStart(file);
                }
                rule(out, rule);
            }
        }
        if (file != null) {
            out.writeEndObject();
        }
    }

    private void rule(JsonGenerator out, RuleTold rule) throws IOException {
        out.writeObjectFieldStart(place(rule.at()));
        out.writeStringField("rule", rule.name());
        if (rule.fired()) {
            out.writeBooleanField("fired", true);
        }
        if (rule.verdict() == null) {
            out.writeNullField("is");
        }
        if (!rule.inForce()) {
            out.writeBooleanField("inForce", false);
        }
        conditions(out, "if", rule.conditions());
        Position alone = rule.alone();
        if (alone != null) {
            out.writeStringField("alone", place(alone));
        }
        proposals(out, rule.proposals());
        Text why = rule.text();
        if (why != null) {
            text(out, "text", why.in(language));
        }
        out.writeEndObject();
    }

    /** Writes conditions by their place; of two at one place the second has #2 after it. */
    private static void conditions(JsonGenerator out, String name, List<Node> nodes) throws IOException {
        out.writeObjectFieldStart(name);
        Set<String> places = new HashSet<>();
        for (Node node : nodes) {
            String place = place(node.at());
            int again = 1;
            while (!places.add(again == 1 ? place : place + "#" + again)) {
                again++;
            }
            out.writeFieldName(again == 1 ? place : place + "#" + again);
            if (node.kind() == Kind.TEST) {
                out.writeNumber(node.test());
            } else {
                group(out, node);
            }
        }
        out.writeEndObject();
    }

    private static void group(JsonGenerator out, Node node) throws IOException {
        out.writeStartObject();
        Items items = node.items();
        if (items != null || node.kind() == Kind.EXISTS || node.kind() == Kind.NOT_EXISTS) {
            out.writeFieldName("is");
            verdict(out, node.verdict());
        }
        if (items != null) {
            out.writeStringField("items", items.of());
            if (node.test() != Explanation.NO_TEST) {
                out.writeNumberField("test", node.test());
            }
            if (items.told()) {
                out.writeNumberField("of", items.count());
                out.writeNumberField("true", items.sure());
                if (items.possible() > 0) {
                    out.writeNumberField("unknown", items.possible());
                }
            }
            if (items.item() >= 0) {
                out.writeNumberField("item", items.item());
            }
        }
        if (!node.parts().isEmpty()) {
            conditions(out, name(node.kind()), node.parts());
        }
        out.writeEndObject();
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case TEST, ALL, MATCH, FIGURES -> "all";
            case ANY -> "any";
            case NOT -> "not";
            case EXISTS -> "exists";
            case NOT_EXISTS -> "none";
        };
    }

    private void proposals(JsonGenerator out, List<Proposed> proposals) throws IOException {
        if (proposals.isEmpty()) {
            return;
        }
        list(out, "proposes", proposals, (json, proposed) -> {
            json.writeStartObject();
            text(json, "key", proposed.key());
            if (proposed.heldBy() != null) {
                json.writeStringField("heldBy", proposed.heldBy());
            }
            if (proposed.inside() != null) {
                json.writeStringField("inside", proposed.inside());
            }
            json.writeEndObject();
        });
    }

    private void table(JsonGenerator out, TableTold table) throws IOException {
        out.writeObjectFieldStart(table.at().file());
        out.writeStringField("table", table.name());
        if (!table.inForce()) {
            out.writeBooleanField("inForce", false);
        }
        out.writeObjectFieldStart("columns");
        for (Column column : table.columns()) {
            out.writeArrayFieldStart(place(column.at()));
            out.writeString(column.field());
            value(out, column.value());
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeObjectFieldStart("hits");
        for (Hit hit : table.hits()) {
            out.writeObjectFieldStart(place(hit.at()));
            proposals(out, hit.proposals());
            text(out, "text", hit.text().in(language));
            out.writeEndObject();
        }
        out.writeEndObject();
        Position barredBy = table.barredBy();
        if (barredBy != null) {
            out.writeStringField("barredBy", place(barredBy));
        }
        out.writeObjectFieldStart("nearest");
        for (Near near : table.nearest()) {
            out.writeObjectFieldStart(place(near.at()));
            cells(out, "false", near.failing(), cell -> cell.verdict() != null);
            cells(out, "unknown", near.failing(), cell -> cell.verdict() == null);
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeArrayFieldStart("rowsByFailing");
        for (int rows : table.byFailing()) {
            out.writeNumber(rows);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Writes what cells ask by their place, if there are any. */
    private static void cells(JsonGenerator out, String name, List<Cell> failing, Predicate<Cell> which)
            throws IOException {
        List<Cell> cells = failing.stream().filter(which).toList();
        if (!cells.isEmpty()) {
            out.writeObjectFieldStart(name);
            for (Cell cell : cells) {
                out.writeStringField(place(cell.at()), cell.words());
            }
            out.writeEndObject();
        }
    }

    private static String place(Position at) {
        String cell = at.cell();
        return cell == null ? at.line() + ":" + at.column() : cell;
    }

    private static void verdict(JsonGenerator out, @Nullable Boolean verdict) throws IOException {
        if (verdict == null) {
            out.writeNull();
        } else {
            out.writeBoolean(verdict);
        }
    }

    /** Writes a value, null when it is unknown or there is none. */
    private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof Double number) {
            if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
                out.writeNumber(number.longValue());
            } else {
                out.writeNumber(CanonicalJson.rounded(number, DIGITS));
            }
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString(CanonicalJson.wellFormed(value.toString()));
        }
    }
}
