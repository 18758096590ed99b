package io.shirube.service.resources;

import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a new secret of a key or a receiver.
 *
 * @param overlap how long the secrets before it count beside it; null for the usual time
 */
record RotationRequest(@Nullable Duration overlap) {

    private static final String OVERLAP_HOURS = "overlapHours";
    private static final int MOST_HOURS = 720;

    /**
     * @param body may be empty
     * @param refusal what a body is that says anything wrong
     * @throws ProblemException when the body says no rotation
     */
    static RotationRequest read(byte[] body, ErrorCode refusal) {
        if (body.length == 0) {
            return new RotationRequest(null);
        }
        RequestObject request = RequestObject.read(body, refusal, List.of(OVERLAP_HOURS));
        @Nullable Duration overlap = request.hours(OVERLAP_HOURS, MOST_HOURS);
        request.requireRight();
        return new RotationRequest(overlap);
    }
}
