package io.shirube.service.resources;

import io.shirube.engine.whatif.WhatIfAnswer;
import io.shirube.io.WhatIfWriter;
import io.shirube.service.config.LimitsConfiguration;
import io.shirube.service.decisions.WhatIfAccounts;
import io.shirube.service.http.RequestBody;
import io.shirube.service.language.Language;
import io.shirube.service.standing.Standings;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;

/** Says what would change the decision on an account, one that comes with the request or a kept one; nothing is stored. */
@Path("/api/v1/what-if")
public final class WhatIfResource {

    private static final String UNDECLARED = "-1";

    private final WhatIfAccounts whatIf;
    private final Standings standings;
    private final RequestBody bodies;
    private final Clock clock;

    /** @param clock in the book's zone */
    public WhatIfResource(WhatIfAccounts whatIf, Standings standings, LimitsConfiguration limits, Clock clock) {
        this.whatIf = whatIf;
        this.standings = standings;
        this.bodies = new RequestBody(limits);
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response answer(
            InputStream body,
            @BeanParam WhatIfParameters parameters,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue(UNDECLARED) long length)
            throws IOException {
        Language language = parameters.language();
        LocalDate asOf = parameters.asOf(LocalDate.now(clock));
        WhatIfRequests.Asked asked = WhatIfRequests.read(bodies.readOne(body, length));
        byte[] account =
                asked.entry().orElseGet(() -> standings.input(asked.accountId().orElse(""), asOf));
        WhatIfAnswer answer = whatIf.answer(account, asOf, asked.goals(), asked.changes());
        return Response.ok(new WhatIfWriter(language.code()).toBytes(answer))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .build();
    }
}
