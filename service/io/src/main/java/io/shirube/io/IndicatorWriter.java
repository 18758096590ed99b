package io.shirube.io;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.indicators.Interval;
import io.shirube.engine.model.Text;
import io.shirube.engine.portfolio.report.BookReport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the indicators of a book as JSON in one language. Immutable, safe for use by many threads. */
public final class IndicatorWriter {

    private static final int DIGITS = 6;

    private final String language;

    /** @param language {@code ja}, or else English */
    public IndicatorWriter(String language) {
        this.language = language;
    }

    /** Returns the report as one object. */
    public byte[] toBytes(BookReport report) {
        return CanonicalJson.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("asOf", report.asOf().toString());
            json.writeObjectFieldStart("month");
            json.writeStringField("from", report.monthFrom().toString());
            json.writeStringField("until", report.until().toString());
            json.writeEndObject();
            json.writeObjectFieldStart("year");
            json.writeStringField("from", report.yearFrom().toString());
            json.writeStringField("until", report.until().toString());
            json.writeEndObject();
            json.writeNumberField("accounts", report.accounts());
            json.writeNumberField("least", BookReport.LEAST);
            CanonicalJson.texts(
                    json,
                    "notices",
                    report.notices().stream().map(text -> text.in(language)).toList());
            CanonicalJson.list(json, "segments", report.segments(), this::segment);
            json.writeEndObject();
        });
    }

    private void segment(JsonGenerator json, BookReport.Segment segment) throws IOException {
        json.writeStartObject();
        json.writeStringField("touch", segment.touch());
        json.writeNumberField("accounts", segment.accounts());
        CanonicalJson.list(json, "indicators", segment.figures(), this::figure);
        CanonicalJson.list(json, "chain", segment.chain(), this::link);
        CanonicalJson.list(json, "neighbours", segment.neighbours(), this::neighbours);
        BookReport.Benchmark benchmark = segment.benchmark();
        if (benchmark == null) {
            json.writeNullField("benchmark");
        } else {
            json.writeObjectFieldStart("benchmark");
            CanonicalJson.number(json, "goal", benchmark.goal(), DIGITS);
            CanonicalJson.number(json, "benchmark", benchmark.benchmark(), DIGITS);
            json.writeBooleanField("ofMarket", benchmark.ofMarket());
            json.writeStringField("judgement", benchmark.judgement().name());
            json.writeStringField("text", benchmark.text().in(language));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void figure(JsonGenerator json, BookReport.Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", figure.indicator().name());
        label(json, figure.indicator().label());
        json.writeStringField("unit", figure.indicator().unit().name());
        json.writeStringField("state", figure.state().name());
        CanonicalJson.number(json, "value", figure.value(), DIGITS);
        interval(json, figure.interval());
        json.writeNumberField("n", figure.n());
        CanonicalJson.number(json, "part", figure.part(), DIGITS);
        CanonicalJson.number(json, "whole", figure.whole(), DIGITS);
        json.writeStringField("formula", figure.indicator().formula().in(language));
        json.writeEndObject();
    }

    private void link(JsonGenerator json, BookReport.Link link) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", link.link().name());
        label(json, link.link().label());
        json.writeStringField("state", link.state().name());
        CanonicalJson.number(json, "mean", link.mean(), DIGITS);
        CanonicalJson.number(json, "change", link.change(), DIGITS);
        interval(json, link.interval());
        json.writeNumberField("n", link.n());
        json.writeStringField("direction", link.direction().name());
        json.writeEndObject();
    }

    private void neighbours(JsonGenerator json, BookReport.Neighbours pair) throws IOException {
        json.writeStartObject();
        json.writeStringField("earlier", pair.earlier().name());
        json.writeStringField("later", pair.later().name());
        json.writeStringField("state", pair.state().name());
        CanonicalJson.number(json, "correlation", pair.r(), DIGITS);
        interval(json, pair.interval());
        json.writeNumberField("n", pair.n());
        json.writeBooleanField("broken", pair.broken());
        json.writeStringField("text", pair.text().in(language));
        json.writeEndObject();
    }

    private void label(JsonGenerator json, Text label) throws IOException {
        json.writeStringField("label", label.in(language));
    }

    private static void interval(JsonGenerator json, @Nullable Interval interval) throws IOException {
        CanonicalJson.number(json, "low", interval == null ? null : Double.valueOf(interval.low()), DIGITS);
        CanonicalJson.number(json, "high", interval == null ? null : Double.valueOf(interval.high()), DIGITS);
    }
}
