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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far new rules got through the book, and what they do there. */
@Path("/api/v1/rulesets/active/rollout")
public final class RolloutResource {

    private final Rollouts rollouts;

    public RolloutResource(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ToldRollout rollout() {
        Rollout latest = rollouts.latest().orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.NO_RULES)));
        return new ToldRollout(
                latest.ruleset(),
                latest.state(),
                latest.accounts(),
                latest.previewed(),
                latest.begun(),
                latest.state() == Rollout.State.RUNNING ? rollouts.waiting() : 0,
                latest.expected(),
                latest.startedAt(),
                latest.finishedAt());
    }

    /** As {@link Rollout}, with how many accounts still wait to be decided on because of it. */
    public record ToldRollout(
            String ruleset,
            Rollout.State state,
            long accounts,
            long previewed,
            long begun,
            long waiting,
            Rollout.Expected expected,
            Instant startedAt,
            @Nullable Instant finishedAt) {}
}
