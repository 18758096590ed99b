package io.shirube.service.book;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is to be settled for an account. Safe for use by many threads. */
public final class ArrangementEntries {

    private static final String REASON = "reason";
    private static final int LONGEST_TEXT = 2_000;

    /** A pin is looked at again twice a year at least. */
    private static final int LONGEST_PIN_DAYS = 180;

    private final Entries entries;
    private final Clock clock;

    /** @param clock in the book's zone */
    public ArrangementEntries(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Reads a pin or an uplift and checks it against the active rules.
     *
     * @param caller who asks, when the body does not say who wants it
     * @throws ProblemException saying what is wrong with it
     */
    ObjectNode read(String accountId, Arrangement kind, byte[] body, String caller) {
        AccountSnapshot snapshot = entries.arrangement(accountId, kind, body);
        return switch (kind) {
            case PIN -> pin(Objects.requireNonNull(snapshot.pin(), "pin"), caller);
            case UPLIFT -> uplift(Objects.requireNonNull(snapshot.uplift(), "uplift"), caller);
        };
    }

    private ObjectNode pin(AccountSnapshot.Pin pin, String caller) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = today.plusDays(LONGEST_PIN_DAYS);
        LocalDate expiresOn = pin.expiresOn();
        if (expiresOn == null || expiresOn.isBefore(today) || expiresOn.isAfter(last)) {
            throw invalid(
                    expiresOn == null ? InputCode.REQUIRED : InputCode.OUT_OF_RANGE,
                    "expiresOn",
                    "expiresOn（固定の最終日）は " + today + " から " + last + " までの日付で指定してください。",
                    "expiresOn, the last day of the pin, must be a day from " + today + " to " + last + ".");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("touch", pin.touch())
                .put(REASON, reason(pin.reason()))
                .put("by", text("by", pin.by(), caller))
                .put("expiresOn", expiresOn.toString());
    }

    /** How many days and hours there may be is a matter of the rules, which were asked before. */
    private ObjectNode uplift(AccountSnapshot.Uplift uplift, String caller) {
        LocalDate today = LocalDate.now(clock);
        if (uplift.until().isBefore(today)) {
            throw invalid(
                    InputCode.OUT_OF_RANGE,
                    "until",
                    "until（支援の最終日）は " + today + " 以後の日付で指定してください。",
                    "until, the last day of the help, must be " + today + " or later.");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("requestedBy", text("requestedBy", uplift.requestedBy(), caller))
                .put(REASON, reason(uplift.reason()))
                .put("hours", uplift.hours())
                .put("until", uplift.until().toString())
                .put("owner", uplift.owner() == null ? null : text("owner", uplift.owner(), ""));
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw invalid(
                    InputCode.REQUIRED,
                    REASON,
                    "reason（理由）を付けてください。判定の理由として表示されます。",
                    "Give a reason: decisions show it.");
        }
        return text(REASON, reason, "");
    }

    private static String text(String field, @Nullable String text, String otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (text.length() > LONGEST_TEXT) {
            throw invalid(
                    InputCode.TEXT_TOO_LONG,
                    field,
                    field + " は " + LONGEST_TEXT + " 文字以内にしてください。",
                    field + " may have at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }

    private static ProblemException invalid(InputCode code, String field, String ja, String en) {
        return new ProblemException(Problem.of(
                ErrorCode.INVALID_ARRANGEMENT, List.of(new InputProblem(code.name(), field, new Text(ja, en)))));
    }
}
