package io.shirube.service.callout;

import io.shirube.service.config.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses requests may go to: public ones, and those that an operator allows. Addresses in which an IPv4 address is wrapped
 * count as that one. Immutable, safe for use by many threads.
 */
public final class AddressGuard {

    /** What is not on the public internet, by the registries of special-purpose addresses (RFC 6890). */
    private static final List<Network> CLOSED = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by providers
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, where clouds tell their secrets
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocols, Teredo
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    /** The only part of IPv6 that is on the public internet. */
    private static final Network PUBLIC6 = Network.of("2000::/3");

    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int NAT64_AT = 12;
    private static final int SIX_TO_FOUR_AT = 2;

    /** How the IPv4 addresses begin that stand in IPv6 as they are. */
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final List<Network> allowed;

    /** @param allowed networks that requests may go to although they are not public */
    public AddressGuard(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    private static List<Network> networks(String... texts) {
        return Arrays.stream(texts).map(Network::of).toList();
    }

    public boolean allows(InetAddress address) {
        if (isIn(allowed, address)) {
            return true;
        }
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return !isIn(CLOSED, address);
        }
        if (Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length) || NAT64.contains(address)) {
            return allows(wrapped(bytes, NAT64_AT));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return allows(wrapped(bytes, SIX_TO_FOUR_AT));
        }
        return bytes.length == IPV6_BYTES && PUBLIC6.contains(address) && !isIn(CLOSED, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static InetAddress wrapped(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
