package io.shirube.io.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.simulate.Outlook;
import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.SimulationReport.Calibration;
import io.shirube.engine.simulate.SimulationReport.Changed;
import io.shirube.engine.simulate.SimulationReport.ContactRow;
import io.shirube.engine.simulate.SimulationReport.CurvePoint;
import io.shirube.engine.simulate.SimulationReport.Group;
import io.shirube.engine.simulate.SimulationReport.Load;
import io.shirube.engine.simulate.SimulationReport.MonthRow;
import io.shirube.engine.simulate.SimulationReport.RenewalCount;
import io.shirube.engine.simulate.SimulationReport.RenewalRow;
import io.shirube.engine.simulate.SimulationReport.RoleRow;
import io.shirube.engine.simulate.Sums;
import java.io.IOException;
import java.util.List;

/** Writes the sums of a report; used by one thread. */
record FigureJson(JsonGenerator json) {

    void calibration(Calibration calibration) throws IOException {
        json.writeObjectFieldStart("calibration");
        json.writeNumberField("touchesTold", calibration.touchesTold());
        json.writeNumberField("touchesAgreed", calibration.touchesAgreed());
        json.writeNumberField("actionsTold", calibration.actionsTold());
        json.writeNumberField("actionsAgreed", calibration.actionsAgreed());
        json.writeNumberField("actionsOnlyByRules", calibration.actionsOnlyByRules());
        json.writeEndObject();
    }

    void changed(Changed changed) throws IOException {
        json.writeObjectFieldStart("changed");
        json.writeNumberField("touch", changed.touch());
        json.writeNumberField("programme", changed.programme());
        json.writeNumberField("stage", changed.stage());
        json.writeNumberField("band", changed.band());
        json.writeNumberField("success", changed.success());
        json.writeNumberField("actions", changed.actions());
        json.writeEndObject();
    }

    void renewals(SimulationReport report) throws IOException {
        json.writeArrayFieldStart("renewals");
        for (RenewalRow row : report.renewals()) {
            json.writeStartObject();
            json.writeStringField("month", row.month());
            json.writeStringField("touch", row.touch());
            renewals("before", row.before());
            renewals("after", row.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        hours("personHours", report.personMilli());
    }

    private void renewals(String name, RenewalCount count) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("accounts", count.accounts());
        json.writeNumberField("arr", count.arr());
        json.writeNumberField("unmovedAccounts", count.unmoved());
        json.writeNumberField("unmovedArr", count.unmovedArr());
        json.writeEndObject();
    }

    void write(SimulationReport report) throws IOException {
        json.writeNumberField("weeks", report.weeks());
        json.writeArrayFieldStart("roles");
        for (RoleRow row : report.roles()) {
            json.writeStartObject();
            json.writeStringField("role", row.role());
            if (row.capacityMilli() < 0) {
                json.writeNullField("capacityHours");
            } else {
                hours("capacityHours", row.capacityMilli());
            }
            load("before", row.before());
            load("after", row.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("contacts");
        for (ContactRow row : report.contacts()) {
            contacts(row);
        }
        json.writeEndArray();
        groups("owners", report.owners());
        groups("teams", report.teams());
    }

    void outlook(Outlook outlook) throws IOException {
        json.writeArrayFieldStart("sweep");
        for (CurvePoint point : outlook.sweep()) {
            json.writeStartObject();
            json.writeStringField("setting", point.setting());
            json.writeStringField("value", point.value());
            json.writeStringField("touch", point.touch());
            json.writeNumberField("accounts", point.accounts());
            json.writeNumberField("arr", point.arr());
            hours("careHours", point.careMilli());
            hours("actionHours", point.workMilli());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("months");
        json.writeNumberField("flapsBefore", outlook.flapsBefore());
        json.writeNumberField("flapsAfter", outlook.flapsAfter());
        json.writeArrayFieldStart("touches");
        for (MonthRow row : outlook.months()) {
            json.writeStartObject();
            json.writeNumberField("month", row.month());
            json.writeStringField("touch", row.touch());
            json.writeNumberField("before", row.before());
            json.writeNumberField("after", row.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void load(String name, Load load) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("actions", load.actions());
        hours("hours", load.milli());
        hours("unmovedHours", load.unmovedMilli());
        json.writeNumberField("undoneActions", load.undone());
        hours("undoneHours", load.undoneMilli());
        json.writeNumberField("unservedAccounts", load.unserved());
        json.writeNumberField("unservedArr", load.unservedArr());
        json.writeEndObject();
    }

    private void contacts(ContactRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("touch", row.touch());
        json.writeNumberField("accountsBefore", row.accountsBefore());
        json.writeNumberField("accountsAfter", row.accountsAfter());
        json.writeNumberField("contactedBefore", row.contactedBefore());
        json.writeNumberField("contactedAfter", row.contactedAfter());
        json.writeNumberField("plannedBefore", row.plannedBefore());
        json.writeNumberField("plannedAfter", row.plannedAfter());
        json.writeNumberField("unmovedPlannedBefore", row.unmovedBefore());
        json.writeNumberField("unmovedPlannedAfter", row.unmovedAfter());
        json.writeNumberField("crowdedBefore", row.crowdedBefore());
        json.writeNumberField("crowdedAfter", row.crowdedAfter());
        json.writeNumberField("mostBefore", row.mostBefore());
        json.writeNumberField("mostAfter", row.mostAfter());
        json.writeEndObject();
    }

    private void groups(String name, List<Group> groups) throws IOException {
        json.writeArrayFieldStart(name);
        for (Group group : groups) {
            json.writeStartObject();
            json.writeStringField("name", group.name());
            sums("all", group.all());
            sums("unmoved", group.unmoved());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void sums(String name, Sums sums) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("accounts", sums.accounts());
        json.writeNumberField("arr", sums.arr());
        hours("careHoursBefore", sums.careMilliBefore());
        hours("careHoursAfter", sums.careMilliAfter());
        hours("actionHoursBefore", sums.workMilliBefore());
        hours("actionHoursAfter", sums.workMilliAfter());
        json.writeEndObject();
    }

    private void hours(String name, long milli) throws IOException {
        json.writeNumberField(name, Hours.of(milli));
    }
}
