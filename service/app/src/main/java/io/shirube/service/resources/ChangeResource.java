package io.shirube.service.resources;

import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.standing.Change;
import io.shirube.service.standing.Queue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that changed, in order: for a CRM that polls. */
@Path("/api/v1/changes")
public final class ChangeResource {

    private final Queue queue;

    public ChangeResource(Queue queue) {
        this.queue = queue;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response changes(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return page(queue, null, "after", after, limit, RequestLanguage.of(lang, acceptLanguage));
    }

    /**
     * Answers a page of the feed. Its next is a cursor even on the last page: from there the caller asks again later.
     *
     * @param parameter by which name the cursor came in
     */
    static Response page(
            Queue queue,
            @Nullable String accountId,
            String parameter,
            String after,
            @Nullable String limit,
            Language language) {
        int most = Page.limit(limit);
        List<Change> changes;
        try {
            changes = queue.changes(after, accountId, most);
        } catch (IllegalArgumentException e) {
            throw Page.noCursor(parameter);
        }
        String next =
                changes.isEmpty() ? after : changes.get(changes.size() - 1).cursor();
        return Page.of(changes, next, language, change -> ActionJson.of(change, language));
    }
}
