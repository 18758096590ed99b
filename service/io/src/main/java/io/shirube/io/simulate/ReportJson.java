package io.shirube.io.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.shirube.engine.model.Text;
import io.shirube.engine.simulate.Compared;
import io.shirube.engine.simulate.Edit;
import io.shirube.engine.simulate.Mover;
import io.shirube.engine.simulate.Outcome;
import io.shirube.engine.simulate.Outlook;
import io.shirube.engine.simulate.Side;
import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.ActionRow;
import io.shirube.engine.simulate.SimulationReport.Cell;
import io.shirube.engine.simulate.SimulationReport.EditEffect;
import io.shirube.engine.simulate.Sums;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the report of a simulation as JSON, in one language. Immutable, safe for use by many threads. */
public final class ReportJson {

    private final String language;

    /** @param language {@code ja}, or else English */
    public ReportJson(String language) {
        this.language = language;
    }

    /** Writes the report and leaves the stream open. Same report, same bytes. */
    public void write(SimulationReport report, Outlook outlook, OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            new Writing(json, language).report(report, outlook);
            json.writeRaw('\n');
        }
    }

    /** One writing; used by one thread. */
    private record Writing(JsonGenerator json, String language) {

        void report(SimulationReport report, Outlook outlook) throws IOException {
            json.writeStartObject();
            json.writeStringField("baseline", report.baseline());
            json.writeStringField("candidate", report.candidate());
            json.writeStringField("asOf", report.asOf().toString());
            json.writeStringField("engine", report.engine());
            new FigureJson(json).calibration(report.calibration());
            json.writeObjectFieldStart("totals");
            json.writeNumberField("movers", report.movers());
            json.writeNumberField("errors", report.errors());
            json.writeNumberField("unexplained", report.unexplained());
            sums("all", report.all());
            sums("unmoved", report.unmoved());
            json.writeEndObject();
            new FigureJson(json).changed(report.changed());
            json.writeArrayFieldStart("edits");
            for (EditEffect effect : report.effects()) {
                effect(effect);
            }
            json.writeEndArray();
            cells("touches", report.touches());
            cells("stages", report.stages());
            cells("bands", report.bands());
            json.writeArrayFieldStart("actions");
            for (ActionRow row : report.actions()) {
                action(row);
            }
            json.writeEndArray();
            new FigureJson(json).renewals(report);
            new FigureJson(json).write(report);
            new FigureJson(json).outlook(outlook);
            json.writeArrayFieldStart("movers");
            for (Compared account : report.largest()) {
                if (account.mover().isPresent()) {
                    mover(account, account.mover().get());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void sums(String name, Sums sums) throws IOException {
            new FigureJson(json).sums(name, sums);
        }

        private void hours(String name, long milli) throws IOException {
            json.writeNumberField(name, Hours.of(milli));
        }

        private void effect(EditEffect effect) throws IOException {
            Edit edit = effect.edit();
            json.writeStartObject();
            json.writeStringField("id", edit.id());
            json.writeStringField("kind", edit.kind().name());
            text("before", edit.before());
            text("after", edit.after());
            json.writeStringField("text", edit.text().in(language));
            json.writeBooleanField("forPeople", edit.forPeople());
            json.writeNumberField("movers", effect.movers());
            json.writeNumberField("alone", effect.alone());
            json.writeNumberField("arr", effect.arr());
            json.writeEndObject();
        }

        private void text(String name, @Nullable Object value) throws IOException {
            json.writeFieldName(name);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeString(value.toString());
            }
        }

        private void cells(String name, List<Cell> cells) throws IOException {
            json.writeArrayFieldStart(name);
            for (Cell cell : cells) {
                json.writeStartObject();
                json.writeStringField("before", cell.before());
                json.writeStringField("after", cell.after());
                sums("all", cell.all());
                sums("unmoved", cell.unmoved());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void action(ActionRow row) throws IOException {
            json.writeStartObject();
            json.writeStringField("type", row.type());
            json.writeStringField("touch", row.touch());
            json.writeNumberField("opened", row.opened());
            json.writeNumberField("withdrawn", row.withdrawn());
            json.writeNumberField("held", row.held());
            json.writeNumberField("openBefore", row.openBefore());
            json.writeNumberField("openAfter", row.openAfter());
            json.writeNumberField("unmoved", row.unmoved());
            hours("hoursBefore", row.milliBefore());
            hours("hoursAfter", row.milliAfter());
            hours("unmovedHoursBefore", row.unmovedMilliBefore());
            hours("unmovedHoursAfter", row.unmovedMilliAfter());
            json.writeEndObject();
        }

        private void mover(Compared account, Mover mover) throws IOException {
            json.writeStartObject();
            json.writeStringField("account", account.accountId());
            text("name", account.name());
            if (account.arr() == null) {
                json.writeNullField("arr");
            } else {
                json.writeNumberField("arr", account.arr());
            }
            json.writeStringField("owner", account.owner());
            json.writeStringField("team", account.team());
            side("before", account.before(), mover.reasonsBefore());
            side("after", account.after(), mover.reasonsAfter());
            texts("opened", mover.opened());
            texts("withdrawn", mover.withdrawn());
            texts("held", mover.held());
            json.writeArrayFieldStart("blame");
            for (Set<Integer> set : mover.blame().sets()) {
                json.writeStartArray();
                for (int number : set) {
                    json.writeString("E" + (number + 1));
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeStringField("blameSearch", mover.blame().search().name());
            json.writeEndObject();
        }

        private void side(String name, Side side, List<Text> reasons) throws IOException {
            Outcome outcome = side.outcome();
            json.writeObjectFieldStart(name);
            json.writeStringField("touch", outcome.touch());
            json.writeStringField("programme", outcome.programme());
            json.writeStringField("stage", outcome.stage());
            json.writeStringField("band", outcome.band());
            json.writeStringField("success", outcome.success());
            hours("careHours", side.careMilli());
            hours("actionHours", side.workMilli());
            json.writeNumberField("contacts", side.contacts());
            texts("reasons", reasons.stream().map(text -> text.in(language)).toList());
            json.writeEndObject();
        }

        private void texts(String name, List<String> texts) throws IOException {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }
}
