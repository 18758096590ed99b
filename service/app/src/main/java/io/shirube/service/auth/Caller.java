package io.shirube.service.auth;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Who asks.
 *
 * @param id the key's; 0 for nobody's key, where none is required
 * @param name the key's
 */
public record Caller(long id, String name, Role role) implements Principal {

    /** Who asks without a key where none is required. */
    static final Caller ANYBODY = new Caller(0, "anybody", Role.ADMIN);

    /** Returns who asks; the access filter let nobody else come so far. */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a resource that needs to know its caller is open to everybody");
    }

    @Override
    public String getName() {
        return name;
    }

    /** Returns what the doors ask. */
    SecurityContext security(SecurityContext before) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return Caller.this;
            }

            @Override
            public boolean isUserInRole(String code) {
                return role.code().equals(code);
            }

            @Override
            public boolean isSecure() {
                return before.isSecure();
            }

            @Override
            public String getAuthenticationScheme() {
                return "Bearer";
            }
        };
    }
}
