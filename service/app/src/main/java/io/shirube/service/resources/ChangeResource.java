package io.shirube.service.resources;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.language.Language;
import io.shirube.service.standing.ChangeFeed;
import io.shirube.service.standing.ChangeJson;
import io.shirube.service.standing.Cursor;
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

    /** In the place of a cursor: only what changes from now on is wanted. */
    private static final String NOW = "now";

    private final ChangeFeed feed;

    public ChangeResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response changes(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        if (after.equals(NOW)) {
            Page.limit(limit);
            return page(new ChangeFeed.Read(List.of(), feed.end()), language);
        }
        return page(feed, null, "after", after, limit, language);
    }

    /**
     * Answers a page of the feed. Its next is a cursor even on the last page: from there the caller asks again later.
     *
     * @param parameter by which name the cursor came in
     */
    static Response page(
            ChangeFeed feed,
            @Nullable String accountId,
            String parameter,
            String after,
            @Nullable String limit,
            Language language) {
        int most = Page.limit(limit);
        Cursor place = after.isEmpty() ? null : Cursor.read(after).orElseThrow(() -> Page.noCursor(parameter));
        return page(
                feed.after(place, accountId, most)
                        .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.CURSOR_GONE))),
                language);
    }

    private static Response page(ChangeFeed.Read read, Language language) {
        return Page.of(read.changes(), read.next().toString(), language, change -> ChangeJson.of(change, language));
    }
}
