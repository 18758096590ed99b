package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a snapshot tells of the account itself and its attributes. */
final class AccountFacts {

    private final Field id;
    private final Field name;
    private final Field employees;
    private final Field groupEmployees;
    private final Field industry;
    private final Field statedStage;
    private final Field parentId;
    private final Field onboardingCompletedOn;
    private final Map<String, Field> attributes = new TreeMap<>();

    AccountFacts(Vocabulary vocabulary) {
        this.id = vocabulary.required(FactType.ACCOUNT, "id");
        this.name = vocabulary.required(FactType.ACCOUNT, "name");
        this.employees = vocabulary.required(FactType.ACCOUNT, "employees");
        this.groupEmployees = vocabulary.required(FactType.ACCOUNT, "groupEmployees");
        this.industry = vocabulary.required(FactType.ACCOUNT, "industry");
        this.statedStage = vocabulary.required(FactType.ACCOUNT, "statedStage");
        this.parentId = vocabulary.required(FactType.ACCOUNT, "parentId");
        this.onboardingCompletedOn = vocabulary.required(FactType.ACCOUNT, "onboardingCompletedOn");
        for (SignalType signal : vocabulary.signals()) {
            if (signal.field().owner() == FactType.ACCOUNT) {
                attributes.put(signal.field().name(), signal.field());
            }
        }
    }

    void read(Account account, Slots slots, SlotWriter writer, Notices notices) {
        writer.text(slots, id, account.id(), "account.id");
        writer.text(slots, name, account.name(), "account.name");
        writer.number(slots, employees, account.employees(), "account.employees");
        writer.number(slots, groupEmployees, account.groupEmployees(), "account.groupEmployees");
        writer.text(slots, industry, account.industry(), "account.industry");
        writer.name(slots, statedStage, account.stage(), "account.stage");
        writer.text(slots, parentId, account.parentId(), "account.parentId");
        writer.event(slots, onboardingCompletedOn, account.onboardingCompletedOn(), "account.onboardingCompletedOn");
        readAttributes(account.attributes(), slots, writer, notices);
    }

    private void readAttributes(Map<String, @Nullable Object> told, Slots slots, SlotWriter writer, Notices notices) {
        for (Map.Entry<String, @Nullable Object> entry : told.entrySet()) {
            Field field = attributes.get(entry.getKey());
            if (field == null) {
                unknown(notices, "account.attributes.", entry.getKey(), new ArrayList<>(attributes.keySet()));
            } else {
                writer.value(slots, field, entry.getValue(), "account.attributes." + entry.getKey());
            }
        }
    }

    /** Notes a signal or attribute that the catalogue does not have. */
    static void unknown(Notices notices, String path, String name, List<String> known) {
        String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        String near = NearestName.of(name, known).orElse("");
        notices.add(
                "UNKNOWN_SIGNAL",
                path + shown + " はカタログにないため使いません。" + (near.isEmpty() ? "" : near + " のことですか。"),
                path + shown + " is not in the catalogue and was left out."
                        + (near.isEmpty() ? "" : " Did you mean " + near + "?"),
                near.isEmpty() ? Map.of("name", shown) : Map.of("name", shown, "nearest", near));
    }
}
