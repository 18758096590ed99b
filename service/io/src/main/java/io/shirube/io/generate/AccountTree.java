package io.shirube.io.generate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the whole entry of one invented account. */
final class AccountTree {

    private AccountTree() {}

    /** @param number of the account, first is 1 */
    static Map<String, @Nullable Object> of(long number, long seed, LocalDate asOf) {
        Dice dice = new Dice(seed, number);
        Profile profile = Profile.drawn(String.format(Locale.ROOT, "A-%06d", number), asOf, dice);
        Readings readings = new Readings(profile, dice);
        new UsePart(profile, dice, readings).add();
        new RelationPart(profile, dice, readings).add();
        boolean thin = dice.chance(0.03);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        Map<String, @Nullable Object> account = AccountPart.account(profile, dice);
        Map<String, @Nullable Object> contract = AccountPart.contract(profile, dice);
        entry.put("account", account);
        if (!dice.chance(0.01)) {
            entry.put("contract", contract);
        }
        if (thin) {
            // because some accounts are hardly more than a name in every book
            account.remove("employees");
            contract.remove(dice.chance(0.4) ? "arr" : "noticeRule");
        } else {
            entry.put("signals", readings.signals());
        }
        if (!dice.chance(0.04)) {
            entry.put("tickets", SupportPart.tickets(profile, dice));
        }
        if (!dice.chance(0.04)) {
            entry.put("contacts", PeoplePart.contacts(profile, dice));
        }
        HistoryPart.add(entry, profile, dice);
        return entry;
    }
}
