package io.shirube.engine.simulate;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio itself says of an account, to hold the baseline against.
 *
 * @param touch the touch it has, or null when not told
 * @param actions actions that are open by type and reason key, or null when not told
 * @param owner who looks after it: its attribute {@code owner}, or empty
 * @param team its attribute {@code team}, or empty
 * @param contacted how often it was contacted in the {@value Contacts#DAYS} days before
 */
public record Told(@Nullable String touch, @Nullable Set<String> actions, String owner, String team, int contacted) {

    private static final Set<String> ALIVE = Set.of("OPEN", "ACCEPTED", "SNOOZED", "HELD");

    static Told of(AccountSnapshot snapshot, LocalDate asOf) {
        AccountSnapshot.Previous previous = snapshot.previous();
        List<OpenAction> open = snapshot.openActions();
        return new Told(
                previous == null ? null : previous.touch(),
                open == null ? null : names(open, snapshot.account().id() + ":"),
                attribute(snapshot, "owner"),
                attribute(snapshot, "team"),
                contacted(snapshot.touches(), asOf));
    }

    private static Set<String> names(List<OpenAction> open, String account) {
        Set<String> names = new TreeSet<>();
        for (OpenAction action : open) {
            if (action.state() == null || ALIVE.contains(action.state())) {
                names.add(action.key().startsWith(account) ? action.key().substring(account.length()) : action.key());
            }
        }
        return names;
    }

    private static String attribute(AccountSnapshot snapshot, String name) {
        Object value = snapshot.account().attributes().get(name);
        return value instanceof String text ? text : "";
    }

    private static int contacted(@Nullable List<AccountSnapshot.Touch> touches, LocalDate asOf) {
        if (touches == null) {
            return 0;
        }
        LocalDate from = asOf.minusDays(Contacts.DAYS);
        return (int) touches.stream()
                .map(AccountSnapshot.Touch::on)
                .filter(on -> on != null && on.isAfter(from) && !on.isAfter(asOf))
                .count();
    }
}
