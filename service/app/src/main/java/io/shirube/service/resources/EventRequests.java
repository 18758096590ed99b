package io.shirube.service.resources;

import com.fasterxml.jackson.databind.JsonNode;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.standing.ActionEvent;
import io.shirube.service.standing.Actions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody tells of an action, and says everything that is wrong with it at once. Safe for use by many threads. */
final class EventRequests {

    private static final String TYPE = "type";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String TO = "to";
    private static final String BY = "by";
    private static final Names<ActionEvent.Type> TYPES = Names.of(List.of(ActionEvent.Type.values()));
    private static final int LONGEST_TEXT = 2_000;

    private final Actions actions;

    EventRequests(Actions actions) {
        this.actions = actions;
    }

    /** @throws ProblemException when the body says no event */
    ActionEvent event(byte[] body) {
        RequestObject request = RequestObject.read(body, ErrorCode.INVALID_EVENT, List.of(TYPE, REASON, UNTIL, TO, BY));
        Optional<ActionEvent.Type> type = request.named(TYPE, TYPES);
        @Nullable String reason = request.words(REASON, LONGEST_TEXT);
        @Nullable LocalDate until = until(request);
        @Nullable String to = request.words(TO, LONGEST_TEXT);
        @Nullable String by = request.words(BY, LONGEST_TEXT);
        Optional<ActionEvent> event = type.map(it -> new ActionEvent(it, reason, until, to, by));
        event.flatMap(actions::lacking).ifPresent(request::wrong);
        if (until != null && !DecisionParameters.isUsable(until)) {
            request.wrong(InputCode.OUT_OF_RANGE, UNTIL, DecisionParameters.dayWanted(UNTIL));
        }
        request.requireRight();
        return event.orElseThrow(request::refused);
    }

    private static @Nullable LocalDate until(RequestObject request) {
        JsonNode day = request.field(UNTIL);
        if (day.isMissingNode() || day.isNull()) {
            return null;
        }
        if (day.isTextual()) {
            try {
                return LocalDate.parse(day.textValue());
            } catch (DateTimeException e) {
                // because a day that no calendar has is told like a number
            }
        }
        request.wrong(
                InputCode.INVALID_DATE,
                UNTIL,
                new Text("until は 2026-11-20 の形の、実在する日付で指定してください。", "until must be a day such as 2026-11-20."));
        return null;
    }
}
