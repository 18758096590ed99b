package io.shirube.io;

import static io.shirube.io.CanonicalJson.list;
import static io.shirube.io.CanonicalJson.number;
import static io.shirube.io.CanonicalJson.text;
import static io.shirube.io.CanonicalJson.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.model.Text;
import io.shirube.engine.whatif.Reached;
import io.shirube.engine.whatif.WhatIfAnswer;
import io.shirube.engine.whatif.WhatIfAnswer.Change;
import io.shirube.engine.whatif.WhatIfAnswer.Distance;
import io.shirube.engine.whatif.WhatIfAnswer.ForGoal;
import io.shirube.engine.whatif.WhatIfAnswer.IfKnown;
import io.shirube.engine.whatif.WhatIfAnswer.InDays;
import io.shirube.engine.whatif.WhatIfAnswer.Proposed;
import io.shirube.engine.whatif.WhatIfAnswer.WayTo;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what would change a decision as JSON in one language. Immutable, safe for use by many threads. */
public final class WhatIfWriter {

    private static final int DIGITS = 6;
    private static final int SCORE_DIGITS = 1;

    private final String language;

    /** @param language {@code ja}, or else English */
    public WhatIfWriter(String language) {
        this.language = language.toLowerCase(Locale.ROOT);
    }

    /** Returns the answer as one object without a line end. */
    public byte[] toBytes(WhatIfAnswer answer) {
        return CanonicalJson.bytes(out -> {
            out.writeStartObject();
            text(out, "accountId", answer.accountId());
            text(out, "asOf", answer.asOf());
            text(out, "ruleset", answer.ruleset());
            text(out, "engine", answer.engine());
            reached(out, "now", answer.now());
            sentence(out, answer.text());
            proposed(out, answer.proposed());
            list(out, "goals", answer.goals(), this::goal);
            missing(out, answer.missing());
            out.writeNumberField("decisions", answer.decisions());
            out.writeBooleanField("complete", answer.complete());
            out.writeEndObject();
        });
    }

    private static void reached(JsonGenerator out, String name, Reached reached) throws IOException {
        out.writeObjectFieldStart(name);
        text(out, "stage", reached.stage());
        text(out, "touch", reached.touch());
        text(out, "programme", reached.programme());
        text(out, "band", reached.band());
        number(out, "score", reached.score(), SCORE_DIGITS);
        text(out, "success", reached.success());
        texts(out, "actions", reached.open());
        texts(out, "held", reached.held());
        out.writeEndObject();
    }

    private void proposed(JsonGenerator out, @Nullable Proposed proposed) throws IOException {
        if (proposed == null) {
            out.writeNullField("proposed");
            return;
        }
        out.writeObjectFieldStart("proposed");
        list(out, "changes", proposed.changes(), this::change);
        reached(out, "after", proposed.after());
        sentences(out, "differences", proposed.differences());
        sentence(out, proposed.text());
        out.writeEndObject();
    }

    private void goal(JsonGenerator out, ForGoal goal) throws IOException {
        out.writeStartObject();
        text(out, "goal", goal.goal().written());
        text(out, "title", goal.title().in(language));
        out.writeBooleanField("alreadyReached", goal.alreadyReached());
        sentence(out, goal.text());
        out.writeNumberField("searched", goal.searched());
        list(out, "ways", goal.ways(), this::way);
        list(out, "fixed", goal.fixed(), this::distance);
        day(out, goal.day());
        texts(out, "ifKnown", goal.ifKnown());
        out.writeEndObject();
    }

    private void way(JsonGenerator out, WayTo way) throws IOException {
        out.writeStartObject();
        list(out, "changes", way.changes(), this::change);
        out.writeNumberField("steps", way.steps());
        reached(out, "after", way.after());
        sentence(out, way.text());
        out.writeEndObject();
    }

    private void change(JsonGenerator out, Change change) throws IOException {
        out.writeStartObject();
        changed(out, change);
        out.writeEndObject();
    }

    private void changed(JsonGenerator out, Change change) throws IOException {
        text(out, "input", change.input());
        value(out, "from", change.from());
        value(out, "to", change.to());
        out.writeBooleanField("changeable", change.changeable());
        sentence(out, change.text());
    }

    private void distance(JsonGenerator out, Distance distance) throws IOException {
        out.writeStartObject();
        text(out, "input", distance.change().input());
        value(out, "from", distance.change().from());
        value(out, "to", distance.change().to());
        number(out, "distance", distance.distance(), DIGITS);
        sentence(out, distance.text());
        out.writeEndObject();
    }

    private void day(JsonGenerator out, @Nullable InDays day) throws IOException {
        if (day == null) {
            out.writeNullField("day");
            return;
        }
        out.writeObjectFieldStart("day");
        out.writeNumberField("days", day.days());
        text(out, "on", day.on());
        sentence(out, day.text());
        out.writeEndObject();
    }

    private void missing(JsonGenerator out, @Nullable List<IfKnown> missing) throws IOException {
        if (missing == null) {
            out.writeNullField("missing");
        } else {
            list(out, "missing", missing, this::ifKnown);
        }
    }

    private void ifKnown(JsonGenerator out, IfKnown known) throws IOException {
        out.writeStartObject();
        text(out, "input", known.input());
        text(out, "label", known.label().in(language));
        list(out, "outcomes", known.outcomes(), (json, outcome) -> {
            json.writeStartObject();
            text(json, "values", outcome.values().in(language));
            value(json, "example", outcome.example());
            json.writeBooleanField("same", outcome.same());
            reached(json, "after", outcome.after());
            sentences(json, "differences", outcome.differences());
            sentence(json, outcome.text());
            json.writeEndObject();
        });
        out.writeEndObject();
    }

    private void sentence(JsonGenerator out, Text text) throws IOException {
        text(out, "text", text.in(language));
    }

    private void sentences(JsonGenerator out, String name, List<Text> texts) throws IOException {
        texts(out, name, texts.stream().map(text -> text.in(language)).toList());
    }

    private static void value(JsonGenerator out, String name, @Nullable Object value) throws IOException {
        if (value instanceof Double number) {
            number(out, name, number, DIGITS);
        } else if (value instanceof Boolean flag) {
            out.writeBooleanField(name, flag);
        } else if (value instanceof List<?> list) {
            texts(out, name, list.stream().map(String::valueOf).toList());
        } else {
            text(out, name, value);
        }
    }
}
