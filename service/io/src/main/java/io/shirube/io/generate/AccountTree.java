package io.shirube.io.generate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the whole entry of one invented account as of a day. */
final class AccountTree {

    private AccountTree() {}

    /**
     * @param index which of the slot's customers
     * @param history months of measurements that are told, 0 for the newest ones
     */
    static Map<String, @Nullable Object> of(Slot slot, int index, LocalDate asOf, int history, long seed) {
        View view = new View(slot.id(index), slot.life(index), asOf, history, seed);
        Readings readings = new Readings(view);
        new UsePart(view, readings).add();
        new DeploymentPart(view, readings).add();
        if (view.isStarted()) {
            new VoicePart(view, readings).add();
        }
        new RelationPart(view, readings).add();
        Dice gaps = view.lasting("gaps");
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        Map<String, @Nullable Object> account = AccountPart.account(view);
        Map<String, @Nullable Object> contract = AccountPart.contract(view);
        entry.put("account", account);
        if (!gaps.chance(0.01)) {
            entry.put("contract", contract);
        }
        if (gaps.chance(0.03)) {
            // because some accounts are hardly more than a name in every book
            account.remove("employees");
            contract.remove(gaps.chance(0.4) ? "arr" : "noticeRule");
        } else {
            entry.put("signals", readings.signals());
        }
        if (!gaps.chance(0.04)) {
            entry.put("tickets", SupportPart.tickets(view));
        }
        if (!gaps.chance(0.04)) {
            entry.put("contacts", PeoplePart.contacts(view));
        }
        HistoryPart.add(entry, view);
        return entry;
    }
}
