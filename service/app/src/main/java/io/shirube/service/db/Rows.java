package io.shirube.service.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.model.Text;
import io.shirube.service.book.Arrangement;
import io.shirube.service.book.Reading;
import io.shirube.service.book.StoredAccount;
import io.shirube.service.db.AccountStatements.AccountRow;
import io.shirube.service.db.ActionStatements.ActionRow;
import io.shirube.service.db.LedgerStatements.StandingRow;
import io.shirube.service.standing.ActionState;
import io.shirube.service.standing.BothLanguages;
import io.shirube.service.standing.Standing;
import io.shirube.service.standing.StoredAction;
import io.shirube.service.standing.StoredJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns rows into what they mean, and back. Stateless. */
final class Rows {

    private Rows() {}

    static StoredAccount account(String id, AccountRow row) {
        List<Reading> readings = new ArrayList<>();
        if (row.readings() != null) {
            StoredJson.tree(row.readings()).forEach(reading -> readings.add(reading(reading)));
        }
        return new StoredAccount(
                id,
                row.version(),
                (ObjectNode) StoredJson.tree(row.document()),
                readings,
                arrangements(row.arrangements()));
    }

    private static Map<Arrangement, ObjectNode> arrangements(@Nullable String kept) {
        Map<Arrangement, ObjectNode> arrangements = new EnumMap<>(Arrangement.class);
        if (kept != null) {
            StoredJson.tree(kept)
                    .properties()
                    .forEach(one -> arrangements.put(Arrangement.valueOf(one.getKey()), (ObjectNode) one.getValue()));
        }
        return arrangements;
    }

    private static Reading reading(JsonNode row) {
        return new Reading(
                row.path(0).asText(), LocalDate.ofEpochDay(row.path(1).asLong()), row.path(2));
    }

    /** Returns null before the first decision; while an account cannot be decided on, what the last decision said. */
    static @Nullable Standing standing(StandingRow row) {
        if (row.input() == null) {
            return null;
        }
        return new Standing(
                told(row.accountVersion()),
                told(row.ruleset()),
                told(row.engine()),
                told(row.decidedOn()),
                told(row.substance()),
                told(row.stage()),
                told(row.touch()),
                told(row.touchSince()),
                row.pendingTouch(),
                row.pendingSince(),
                told(row.band()),
                row.input());
    }

    static @Nullable Text problem(@Nullable String ja, @Nullable String en) {
        return ja == null ? null : new Text(ja, told(en));
    }

    private static <T> T told(@Nullable T value) {
        return Objects.requireNonNull(value, "a standing has all or nothing");
    }

    static StoredAction action(ActionRow row) {
        return new StoredAction(
                row.id(),
                row.accountId(),
                row.key(),
                row.type(),
                row.touch(),
                row.openedOn(),
                row.owner(),
                new StoredAction.Offer(
                        row.ownerRole(),
                        row.dueOn(),
                        row.expiresOn(),
                        row.priority(),
                        new BothLanguages(row.offerJa(), row.offerEn())),
                new StoredAction.Life(
                        ActionState.valueOf(row.state()),
                        row.snoozedUntil(),
                        row.closedOn(),
                        row.heldBy(),
                        row.becauseJa() == null ? null : new BothLanguages(row.becauseJa(), told(row.becauseEn()))));
    }

    static ActionRow row(StoredAction action) {
        StoredAction.Offer offer = action.offer();
        StoredAction.Life life = action.life();
        BothLanguages because = life.because();
        return new ActionRow(
                action.id(),
                action.accountId(),
                action.key(),
                action.type(),
                life.state().name(),
                action.touch(),
                offer.ownerRole(),
                action.owner(),
                action.openedOn(),
                offer.dueOn(),
                offer.expiresOn(),
                life.snoozedUntil(),
                life.closedOn(),
                offer.priority(),
                offer.text().ja(),
                offer.text().en(),
                life.heldBy(),
                because == null ? null : because.ja(),
                because == null ? null : because.en());
    }
}
