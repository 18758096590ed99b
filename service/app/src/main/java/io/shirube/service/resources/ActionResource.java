package io.shirube.service.resources;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.requests.Writes;
import io.shirube.service.standing.ActionEvent;
import io.shirube.service.standing.Actions;
import io.shirube.service.standing.StoredAction;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The actions of all accounts, and what people tell of them. */
@Path("/api/v1/actions")
public final class ActionResource {

    private static final int LONGEST_TEXT = 2_000;
    private static final ObjectMapper EVENTS = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Actions actions;
    private final WriteOnce writes;

    public ActionResource(Actions actions, Writes writes, LimitsConfiguration limits) {
        this.actions = actions;
        this.writes = new WriteOnce(writes, limits);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@BeanParam ActionParameters parameters) {
        return parameters.page(actions, null);
    }

    @POST
    @Path("/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response tell(
            @PathParam("id") String id,
            InputStream body,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @BeanParam WriteParameters parameters)
            throws IOException {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        if (!id.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.of(ErrorCode.NO_ACTION));
        }
        return writes.answer(body, parameters, told -> {
            StoredAction now = actions.tell(Long.parseLong(id), event(told));
            return Answers.of(
                            Response.Status.OK,
                            ActionJson.of(now, language).toString(),
                            Map.of(HttpHeaders.CONTENT_LANGUAGE, language.code()))
                    .about(now.accountId());
        });
    }

    private static ActionEvent event(byte[] body) {
        try {
            ActionEvent event = EVENTS.readValue(body, ActionEvent.class);
            if (event != null && event.type() != null && isKeepable(event)) {
                return event;
            }
        } catch (IOException e) {
            // because the sentence below says more to a caller than Jackson's
        }
        String types = Arrays.stream(ActionEvent.Type.values()).map(Enum::name).collect(Collectors.joining(", "));
        throw new ProblemException(Problem.of(
                ErrorCode.INVALID_EVENT,
                List.of(new InputProblem(
                        ErrorCode.INVALID_EVENT.name(),
                        "type",
                        new Text(
                                "{\"type\":\"DONE\"} のような JSON を送ってください。type は " + types
                                        + "、ほかに reason、until（2026-11-20 の形）、to、by（各 " + LONGEST_TEXT
                                        + " 文字まで）を指定できます。",
                                "Send JSON such as {\"type\":\"DONE\"}. type is one of " + types
                                        + "; beside it reason, until (such as 2026-11-20), to and by, of "
                                        + LONGEST_TEXT
                                        + " characters at most.")))));
    }

    private static boolean isKeepable(ActionEvent event) {
        for (String text : Arrays.asList(event.reason(), event.to(), event.by())) {
            if (text != null && (text.length() > LONGEST_TEXT || text.indexOf(0) >= 0)) {
                return false;
            }
        }
        return event.until() == null || DecisionParameters.isUsable(event.until());
    }
}
