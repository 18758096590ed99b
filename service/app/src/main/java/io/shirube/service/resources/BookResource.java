package io.shirube.service.resources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.book.Accounts;
import io.shirube.service.book.Book;
import io.shirube.service.book.BulkAccounts;
import io.shirube.service.decisions.DecideAccounts;
import io.shirube.service.errors.RequestLanguage;
import io.shirube.service.http.Batches;
import io.shirube.service.language.Language;
import io.shirube.service.requests.Write;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The whole book: its list, and writing many accounts or readings at once. */
@Path("/api/v1")
public final class BookResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Accounts accounts;
    private final BulkAccounts bulk;
    private final DecideAccounts rules;
    private final Batches batches;

    /** @param rules without which nothing can be checked */
    public BookResource(Accounts accounts, BulkAccounts bulk, DecideAccounts rules, Batches batches) {
        this.accounts = accounts;
        this.bulk = bulk;
        this.rules = rules;
        this.batches = batches;
    }

    @GET
    @Path("/accounts")
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("touch") @Nullable String touch,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("band") @Nullable String band,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("q") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = RequestLanguage.of(lang, acceptLanguage);
        int most = Page.limit(limit);
        String after = cursor == null ? null : Parameters.text("cursor", Page.place(cursor));
        return Page.of(
                accounts.list(
                        new Book.Wanted(
                                Parameters.text("touch", touch),
                                Parameters.text("stage", stage),
                                Parameters.text("band", band),
                                Parameters.text("owner", owner),
                                Parameters.text("q", text),
                                after),
                        most + 1),
                most,
                language,
                account -> shown(account, language),
                account -> Page.opaque(account.id()));
    }

    private static ObjectNode shown(Book.Listed account, Language language) {
        return JSON.createObjectNode()
                .put("id", account.id())
                .put("name", account.name())
                .put("version", account.version())
                .put("stage", account.stage())
                .put("touch", account.touch())
                .put("band", account.band())
                .put(
                        "decidedOn",
                        account.decidedOn() == null ? null : account.decidedOn().toString())
                .put("problem", language == Language.JA ? account.problemJa() : account.problemEn())
                .put("actions", account.actions());
    }

    @POST
    @Path("/accounts")
    @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
    @Produces({NDJSON, "application/ndjson", "application/jsonl"})
    public Response accounts(
            InputStream body,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @BeanParam WriteParameters parameters)
            throws IOException {
        return many(body, parameters, RequestLanguage.of(lang, acceptLanguage), bulk::accounts);
    }

    @POST
    @Path("/signals")
    @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
    @Produces({NDJSON, "application/ndjson", "application/jsonl"})
    public Response signals(
            InputStream body,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @BeanParam WriteParameters parameters)
            throws IOException {
        return many(body, parameters, RequestLanguage.of(lang, acceptLanguage), bulk::signals);
    }

    /** Writes a body of many lines. */
    private interface Writing {
        void write(Write write, InputStream in, OutputStream out, Language language) throws IOException;
    }

    private Response many(InputStream body, WriteParameters parameters, Language language, Writing writing)
            throws IOException {
        Write write = parameters.writeOfParts();
        rules.requireRules();
        return batches.answer(
                body, parameters.length(), language, (in, out) -> writing.write(write, in, out, language));
    }
}
