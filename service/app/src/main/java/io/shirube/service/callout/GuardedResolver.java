package io.shirube.service.callout;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses to connect to, and leaves out those that are not allowed. It is asked at every connect, literal addresses
 * included, and its answer is what is connected to: a name that leads elsewhere later gains nothing. Safe for use by many threads.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final AddressGuard guard;

    GuardedResolver(AddressGuard guard) {
        this(SystemDefaultDnsResolver.INSTANCE, guard);
    }

    GuardedResolver(DnsResolver names, AddressGuard guard) {
        this.names = names;
        this.guard = guard;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] some = Arrays.stream(all).filter(guard::allows).toArray(InetAddress[]::new);
        if (some.length == 0) {
            throw new AddressRefusedException(host);
        }
        return some;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        // because it serves logins that are not used here, and would be one more question to a stranger's name server
        return host;
    }
}
