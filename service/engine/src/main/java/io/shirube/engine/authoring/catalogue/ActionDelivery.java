package io.shirube.engine.authoring.catalogue;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType.Delivery;
import io.shirube.engine.rules.ActionType.MailClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code coOwner:}, {@code deliveredBy:}, {@code mailClass:} and {@code notFor:} of an action type. */
final class ActionDelivery {

    private static final String NOBODY = "none";

    private final Report report;
    private final Values values;

    ActionDelivery(Report report) {
        this.report = report;
        this.values = new Values(report);
    }

    Delivery of(Entries body) {
        List<String> coOwner = body.value("coOwner")
                .flatMap(yaml -> values.byTouch(yaml, item -> body.text(item).map(ActionDelivery::orNobody)))
                .orElse(Delivery.BY_OWNER.coOwner());
        MailClass mailClass = body.value("mailClass")
                .flatMap(yaml -> values.oneOf(yaml, List.of("SERVICE", "PROMOTION")))
                .map(MailClass::valueOf)
                .orElse(MailClass.SERVICE);
        return new Delivery(coOwner, body.text("deliveredBy", ""), mailClass, notFor(body));
    }

    private static String orNobody(String role) {
        return role.equals(NOBODY) ? "" : role;
    }

    private Map<String, Text> notFor(Entries body) {
        Map<String, Text> reasons = new LinkedHashMap<>();
        Optional<Yaml> yaml = body.value("notFor");
        if (yaml.isEmpty()) {
            return reasons;
        }
        Entries touches = Entries.of(yaml.get(), report);
        for (String touch : List.of("HIGH", "LOW", "TECH")) {
            touches.value(touch).ifPresent(reason -> {
                Entries text = Entries.of(reason, report);
                reasons.put(touch, new Text(text.requiredText("ja"), text.requiredText("en")));
                text.end();
            });
        }
        touches.end();
        return reasons;
    }
}
