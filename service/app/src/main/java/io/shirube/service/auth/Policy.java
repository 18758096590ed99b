package io.shirube.service.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what, as one table: a method and path, and which roles may use it. Administrators may do everything; what does not
 * stand here is theirs alone. Immutable.
 */
public final class Policy {

    /** In the place of roles: no key is asked for. */
    private static final String ANYBODY = "anybody";

    private static final String TABLE = """
            GET    /openapi.json                         anybody
            GET    /docs                                 anybody

            GET    /api/v1/me                            crm ops manager

            POST   /api/v1/decisions                     crm ops manager
            POST   /api/v1/decisions/batch               crm ops manager
            POST   /api/v1/what-if                       crm ops manager

            GET    /api/v1/accounts                      crm ops manager
            POST   /api/v1/accounts                      crm
            POST   /api/v1/signals                       crm
            GET    /api/v1/accounts/{id}                 crm ops manager
            PUT    /api/v1/accounts/{id}                 crm
            DELETE /api/v1/accounts/{id}                 crm
            PATCH  /api/v1/accounts/{id}/signals         crm
            GET    /api/v1/accounts/{id}/decision        crm ops manager
            GET    /api/v1/accounts/{id}/decisions       crm ops manager
            GET    /api/v1/accounts/{id}/timeline        crm ops manager
            GET    /api/v1/accounts/{id}/actions         crm ops manager
            GET    /api/v1/accounts/{id}/pin             crm ops manager
            PUT    /api/v1/accounts/{id}/pin             crm ops manager
            DELETE /api/v1/accounts/{id}/pin             crm ops manager
            GET    /api/v1/accounts/{id}/uplift          crm ops manager
            PUT    /api/v1/accounts/{id}/uplift          crm ops manager
            DELETE /api/v1/accounts/{id}/uplift          crm ops manager

            GET    /api/v1/actions                       crm ops manager
            POST   /api/v1/actions/{id}/events           crm ops
            GET    /api/v1/changes                       crm ops manager

            GET    /api/v1/segments                      crm ops manager
            GET    /api/v1/capacity                      crm ops manager

            GET    /api/v1/rulesets/active               ops manager
            GET    /api/v1/rulesets/active/rollout       ops manager

            GET    /api/v1/nodes                         ops

            GET    /api/v1/keys
            POST   /api/v1/keys
            POST   /api/v1/keys/{id}/rotation
            DELETE /api/v1/keys/{id}

            GET    /api/v1/webhooks
            POST   /api/v1/webhooks
            GET    /api/v1/webhooks/{id}
            PATCH  /api/v1/webhooks/{id}
            DELETE /api/v1/webhooks/{id}
            POST   /api/v1/webhooks/{id}/secrets
            POST   /api/v1/webhooks/{id}/test
            POST   /api/v1/webhooks/{id}/replay
            GET    /api/v1/webhooks/{id}/deliveries
            POST   /api/v1/webhooks/{id}/deliveries/{n}/replay

            GET    /api/v1/audit
            """;

    private static final Policy SHIPPED = new Policy(TABLE);

    private final Map<String, Set<Role>> roles = new HashMap<>();

    Policy(String table) {
        table.lines().filter(line -> !line.isBlank()).forEach(this::read);
    }

    /** Returns the table above. */
    public static Policy shipped() {
        return SHIPPED;
    }

    private void read(String line) {
        String[] words = line.strip().split(" +", -1);
        Set<Role> some = EnumSet.noneOf(Role.class);
        if (words.length > 2 && words[2].equals(ANYBODY)) {
            some = Set.of();
        } else {
            some.add(Role.ADMIN);
            Arrays.stream(words, 2, words.length)
                    .map(word -> Role.of(word).orElseThrow(() -> new IllegalArgumentException("no role: " + line)))
                    .forEach(some::add);
        }
        if (roles.put(words[0] + " " + words[1], some) != null) {
            throw new IllegalArgumentException("twice: " + line);
        }
    }

    /** Returns whether no key is needed. */
    public boolean open(String method, String template) {
        return roles.getOrDefault(row(method, template), Set.of(Role.ADMIN)).isEmpty();
    }

    /**
     * Returns who may do it.
     *
     * @param template the path with names in braces in the place of what differs, as resources declare it
     */
    public Set<Role> roles(String method, String template) {
        Set<Role> some = roles.getOrDefault(row(method, template), Set.of(Role.ADMIN));
        return some.isEmpty() ? EnumSet.allOf(Role.class) : some;
    }

    /** Who may read may also ask what he would read. */
    private static String row(String method, String template) {
        return (method.equals("HEAD") ? "GET" : method) + " " + template;
    }
}
