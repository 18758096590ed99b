package io.shirube.service.resources;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import io.shirube.service.errors.ProblemException;
import io.shirube.service.standing.Rollout;
import io.shirube.service.standing.Rollouts;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How far new rules got through the book, and what they do there. */
@Path("/api/v1/rulesets/active/rollout")
public final class RolloutResource {

    private final Rollouts rollouts;

    public RolloutResource(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Rollout rollout() {
        return rollouts.latest().orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.NO_RULES)));
    }
}
