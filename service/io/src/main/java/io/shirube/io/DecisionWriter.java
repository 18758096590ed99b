package io.shirube.io;

import static io.shirube.io.CanonicalJson.list;
import static io.shirube.io.CanonicalJson.number;
import static io.shirube.io.CanonicalJson.text;
import static io.shirube.io.CanonicalJson.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.model.AccountSnapshot.Pending;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Explanation;
import io.shirube.engine.model.Text;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of decisions: every door uses it, so equal decisions are equal bytes. Scores have one decimal, coverage
 * and effective weights two, priorities and their factors four, all rounded half up. Immutable, safe for use by many
 * threads.
 */
public final class DecisionWriter {

    private static final int SCORE_DIGITS = 1;
    private static final int SHARE_DIGITS = 2;
    private static final int FACTOR_DIGITS = 4;

    private final String language;
    private final Explain explain;
    private final ReasonJson reasons;

    /** @param language {@code ja}, or else English */
    public DecisionWriter(String language, Explain explain) {
        this.language = Objects.requireNonNull(language, "language").toLowerCase(Locale.ROOT);
        this.explain = Objects.requireNonNull(explain, "explain");
        this.reasons = new ReasonJson(this.language, explain != Explain.NONE);
    }

    /** Returns the decision as one object without a line end. */
    public byte[] toBytes(Decision decision) {
        return CanonicalJson.bytes(out -> write(decision, out));
    }

    /** Returns one action of a decision as an object without a line end. */
    public byte[] toBytes(Decision.Action action) {
        return CanonicalJson.bytes(out -> action(out, action));
    }

    /** Writes the decision as one value of a larger document. */
    public void write(Decision decision, JsonGenerator out) throws IOException {
        out.writeStartObject();
        text(out, "accountId", decision.accountId());
        text(out, "asOf", decision.asOf());
        text(out, "ruleset", decision.ruleset());
        text(out, "engine", decision.engine());
        stage(out, decision.stage());
        renewal(out, decision.renewal());
        segment(out, decision.segment());
        health(out, decision.health());
        out.writeObjectFieldStart("success");
        text(out, "level", decision.success().level());
        reasons.write(out, "reasons", decision.success().reasons());
        out.writeEndObject();
        list(out, "actions", decision.actions(), this::action);
        list(out, "withdrawn", decision.withdrawn(), this::withdrawn);
        list(out, "suppressed", decision.suppressed(), this::suppressed);
        noAction(out, decision.noAction());
        list(out, "missingSignals", decision.missingSignals(), DecisionWriter::missing);
        list(out, "notices", decision.notices(), this::remark);
        list(out, "problems", decision.problems(), this::remark);
        Explanation explanation = decision.explanation();
        if (explain == Explain.FULL && explanation != null) {
            new ExplanationJson(language).write(out, explanation);
        }
        out.writeEndObject();
    }

    private void stage(JsonGenerator out, Decision.StageResult stage) throws IOException {
        out.writeObjectFieldStart("stage");
        text(out, "value", stage.value());
        text(out, "source", stage.source());
        if (explain == Explain.FULL) {
            reasons.write(out, "reasons", stage.reasons());
        }
        out.writeEndObject();
    }

    private static void renewal(JsonGenerator out, Decision.Renewal renewal) throws IOException {
        out.writeObjectFieldStart("renewal");
        text(out, "decisionDate", renewal.decisionDate());
        out.writeFieldName("daysLeft");
        if (renewal.daysLeft() == null) {
            out.writeNull();
        } else {
            out.writeNumber(renewal.daysLeft());
        }
        text(out, "state", renewal.state());
        text(out, "basis", renewal.basis());
        text(out, "step", renewal.step());
        out.writeEndObject();
    }

    private void segment(JsonGenerator out, Decision.Segment segment) throws IOException {
        out.writeObjectFieldStart("segment");
        text(out, "touch", segment.touch());
        text(out, "programme", segment.programme());
        text(out, "sizeBand", segment.sizeBand());
        out.writeBooleanField("pinned", segment.pinned());
        pending(out, segment.pending());
        reasons.write(out, "reasons", segment.reasons());
        out.writeEndObject();
    }

    private static void pending(JsonGenerator out, @Nullable Pending pending) throws IOException {
        if (pending == null) {
            out.writeNullField("pending");
            return;
        }
        out.writeObjectFieldStart("pending");
        text(out, "touch", pending.touch());
        text(out, "since", pending.since());
        out.writeEndObject();
    }

    private void health(JsonGenerator out, Decision.Health health) throws IOException {
        out.writeObjectFieldStart("health");
        number(out, "score", health.score(), SCORE_DIGITS);
        text(out, "band", health.band());
        number(out, "coverage", health.coverage(), SHARE_DIGITS);
        list(out, "dimensions", health.dimensions(), this::dimension);
        if (explain == Explain.FULL) {
            reasons.write(out, "caps", health.caps());
        }
        out.writeEndObject();
    }

    private void dimension(JsonGenerator out, Decision.Dimension dimension) throws IOException {
        out.writeStartObject();
        text(out, "name", dimension.name());
        number(out, "score", dimension.score(), SCORE_DIGITS);
        number(out, "weight", dimension.weight(), SHARE_DIGITS);
        number(out, "effectiveWeight", dimension.effectiveWeight(), SHARE_DIGITS);
        texts(out, "inputs", dimension.inputs());
        if (explain == Explain.FULL) {
            reasons.write(out, "reasons", dimension.reasons());
        }
        out.writeEndObject();
    }

    private void action(JsonGenerator out, Decision.Action action) throws IOException {
        out.writeStartObject();
        text(out, "key", action.key());
        text(out, "type", action.type());
        text(out, "change", action.change());
        text(out, "title", in(action.title()));
        number(out, "priority", action.priority(), FACTOR_DIGITS);
        factors(out, action.factors());
        text(out, "channel", action.channel());
        text(out, "ownerRole", action.ownerRole());
        if (!action.coOwnerRole().isEmpty()) {
            text(out, "coOwnerRole", action.coOwnerRole());
        }
        if (!action.deliveredBy().isEmpty()) {
            text(out, "deliveredBy", action.deliveredBy());
        }
        text(out, "skill", action.skill());
        text(out, "dueOn", action.dueOn());
        text(out, "expiresOn", action.expiresOn());
        number(out, "effortHours", action.effortHours(), SHARE_DIGITS);
        text(out, "bundle", action.bundle());
        texts(out, "absorbed", action.absorbed());
        text(out, "purpose", in(action.purpose()));
        if (explain == Explain.FULL) {
            out.writeBooleanField("mandatory", action.mandatory());
        }
        reasons.write(out, "reasons", action.reasons());
        out.writeEndObject();
    }

    private static void factors(JsonGenerator out, Decision.Factors factors) throws IOException {
        out.writeObjectFieldStart("factors");
        number(out, "propensity", factors.propensity(), FACTOR_DIGITS);
        number(out, "context", factors.context(), FACTOR_DIGITS);
        number(out, "value", factors.value(), FACTOR_DIGITS);
        number(out, "lever", factors.lever(), FACTOR_DIGITS);
        out.writeEndObject();
    }

    private void withdrawn(JsonGenerator out, Decision.Withdrawn withdrawn) throws IOException {
        out.writeStartObject();
        text(out, "key", withdrawn.key());
        text(out, "because", in(withdrawn.because()));
        out.writeEndObject();
    }

    private void suppressed(JsonGenerator out, Decision.Suppressed suppressed) throws IOException {
        out.writeStartObject();
        text(out, "key", suppressed.key());
        text(out, "type", suppressed.type());
        out.writeBooleanField("held", suppressed.held());
        text(out, "by", suppressed.by());
        text(out, "text", in(suppressed.text()));
        out.writeEndObject();
    }

    private void noAction(JsonGenerator out, Decision.@Nullable NoAction noAction) throws IOException {
        if (noAction == null) {
            out.writeNullField("noAction");
            return;
        }
        out.writeObjectFieldStart("noAction");
        text(out, "cause", noAction.cause());
        text(out, "text", in(noAction.text()));
        out.writeEndObject();
    }

    private static void missing(JsonGenerator out, Decision.MissingSignal missing) throws IOException {
        out.writeStartObject();
        text(out, "name", missing.name());
        text(out, "why", missing.why());
        text(out, "lastAt", missing.lastAt());
        out.writeBooleanField("wouldChange", missing.wouldChange());
        out.writeEndObject();
    }

    private void remark(JsonGenerator out, Decision.Remark remark) throws IOException {
        out.writeStartObject();
        text(out, "code", remark.code());
        text(out, "text", in(remark.text()));
        out.writeObjectFieldStart("values");
        for (Map.Entry<String, String> value : remark.values().entrySet()) {
            text(out, value.getKey(), value.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private String in(Text text) {
        return text.in(language);
    }
}
