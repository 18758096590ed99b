package io.shirube.service.resources;

import io.shirube.engine.model.Text;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.standing.ActionState;
import io.shirube.service.standing.Actions;
import io.shirube.service.standing.Queue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which actions a request wants. */
public final class ActionParameters {

    private static final Names<ActionState> STATES = Names.of(List.of(ActionState.values()));

    @QueryParam("state")
    private @Nullable String state;

    @QueryParam("type")
    private @Nullable String type;

    @QueryParam("owner")
    private @Nullable String owner;

    @QueryParam("due")
    private @Nullable String due;

    @QueryParam("cursor")
    private @Nullable String cursor;

    @QueryParam("limit")
    private @Nullable String limit;

    @QueryParam("lang")
    private @Nullable String lang;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    private @Nullable String acceptLanguage;

    /** @param accountId of one account only, or null */
    Response page(Actions actions, @Nullable String accountId) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        int most = Page.limit(limit);
        Queue.Wanted wanted = new Queue.Wanted(
                states(), accountId, Parameters.text("type", type), Parameters.text("owner", owner), day(), after());
        return Page.of(
                actions.list(wanted, most + 1),
                most,
                language,
                action -> ActionJson.of(action, language),
                action -> Page.opaque(action.offer().dueOn() + "/" + action.id()));
    }

    private Set<ActionState> states() {
        Set<ActionState> states = EnumSet.noneOf(ActionState.class);
        if (state != null) {
            for (String name : state.split(",", -1)) {
                states.add(STATES.find(name.strip()).orElseThrow(ActionParameters::noState));
            }
        }
        return states;
    }

    private static ProblemException noState() {
        return ProblemException.parameter(
                "state",
                new Text(
                        "state には次のどれかを、複数ならコンマで区切って指定してください: " + STATES,
                        "state must be one or more, joined by commas, of " + STATES + "."));
    }

    private @Nullable LocalDate day() {
        return due == null ? null : DecisionParameters.day("due", due);
    }

    private Queue.@Nullable After after() {
        if (cursor == null) {
            return null;
        }
        String[] place = Page.place(cursor).split("/", -1);
        try {
            LocalDate day = LocalDate.parse(place[0]);
            if (DecisionParameters.isUsable(day)) {
                return new Queue.After(day, Long.parseLong(place[1]));
            }
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // because it is told like any other cursor that nobody was given
        }
        throw Page.noCursor("cursor");
    }
}
