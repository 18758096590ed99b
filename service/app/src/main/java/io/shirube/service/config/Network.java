package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}, or one address. Immutable. */
public final class Network {

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*)(?:/([0-9]{1,3}))?");
    private static final int BYTE = 8;

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException when the text is no range */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Network of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw none(text);
        }
        byte[] address = address(parts.group(1), text);
        int all = address.length * BYTE;
        int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
        if (bits > all) {
            throw none(text);
        }
        return new Network(address, bits);
    }

    private static byte[] address(String literal, String text) {
        try {
            // because this is a literal, nobody is asked for a name
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw none(text);
        }
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException(text + " is no range of addresses such as 10.0.0.0/8 or fd00::/8"
                + " / アドレスの範囲は 10.0.0.0/8 や fd00::/8 のように書いてください");
    }

    /** Returns whether an address is of the same kind and in the range. */
    public boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (BYTE - 1 - bit % BYTE);
            if ((bytes[bit / BYTE] & mask) != (address[bit / BYTE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
