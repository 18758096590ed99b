package io.shirube.service.webhooks;

/** What became of telling one receiver of one change. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    /** Every attempt failed; it is sent again only when somebody asks for it. */
    DEAD
}
