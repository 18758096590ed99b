package io.shirube.service.webhooks;

import io.shirube.service.standing.ChangeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change that one receiver is told of, without what the change says.
 *
 * @param messageId as the receiver sees it, the same at every attempt
 * @param at when it changed
 * @param attemptedAt when it was sent last; null before the first attempt
 * @param nextAt when it is sent again; null when it waits for others of its account, or for nothing
 * @param status of the last answer; null without any
 * @param trouble of the last attempt; null without any
 */
public record Delivery(
        long id,
        String messageId,
        String accountId,
        ChangeKind kind,
        Instant at,
        DeliveryState state,
        int attempts,
        @Nullable Instant attemptedAt,
        @Nullable Instant nextAt,
        @Nullable Integer status,
        @Nullable Trouble trouble) {}
