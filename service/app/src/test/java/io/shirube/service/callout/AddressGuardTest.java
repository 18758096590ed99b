package io.shirube.service.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.config.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            8.8.8.8,                      true
            9.255.255.255,                true
            100.63.255.255,               true
            100.128.0.0,                  true
            126.255.255.255,              true
            128.0.0.0,                    true
            169.253.255.255,              true
            169.255.0.0,                  true
            172.15.255.255,               true
            172.32.0.0,                   true
            192.167.255.255,              true
            192.169.0.0,                  true
            198.20.0.0,                   true
            223.255.255.255,              true
            0.0.0.0,                      false
            10.0.0.1,                     false
            10.255.255.255,               false
            100.64.0.0,                   false
            100.127.255.255,              false
            127.0.0.1,                    false
            127.255.255.254,              false
            169.254.169.254,              false
            172.16.0.0,                   false
            172.31.255.255,               false
            192.0.0.192,                  false
            192.0.2.1,                    false
            192.88.99.1,                  false
            192.168.0.1,                  false
            192.168.255.255,              false
            198.18.0.0,                   false
            198.19.255.255,               false
            198.51.100.7,                 false
            203.0.113.7,                  false
            224.0.0.1,                    false
            239.255.255.255,              false
            240.0.0.1,                    false
            255.255.255.255,              false
            2606:4700:4700::1111,         true
            2a00:1450:4001:81b::200e,     true
            2400:cb00::1,                 true
            ::,                           false
            ::1,                          false
            ::10.0.0.1,                   false
            ::8.8.8.8,                    false
            ::ffff:127.0.0.1,             false
            ::ffff:10.1.2.3,              false
            ::ffff:8.8.8.8,               true
            64:ff9b::7f00:1,              false
            64:ff9b::a00:1,               false
            64:ff9b::808:808,             true
            64:ff9b:1::808:808,           false
            100::1,                       false
            2001::1,                      false
            2001:0:4136:e378::1,          false
            2001:1ff:ffff::1,             false
            2001:200::1,                  true
            2001:db8::1,                  false
            2002:7f00:1::1,               false
            2002:a00:1::1,                false
            2002:c0a8:101::1,             false
            2002:808:808::1,              true
            3fff::1,                      false
            fc00::1,                      false
            fd12:3456:789a::1,            false
            fe80::1,                      false
            fec0::1,                      false
            ff02::1,                      false
            """)
    void onlyPublicAddressesAreAllowed(String address, boolean allowed) throws Exception {
        assertThat(guard.allows(InetAddress.getByName(address))).isEqualTo(allowed);
    }

    @Test
    void anIpv4AddressStaysOneWhenItIsMappedByHand() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = 127;
        mapped[15] = 1;

        InetAddress address = Inet6Address.getByAddress("mapped", mapped, 0);

        assertThat(address).isInstanceOf(Inet6Address.class);
        assertThat(guard.allows(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10.1.2.3,            true
            10.2.0.0,            false
            127.0.0.1,           true
            127.0.0.2,           false
            ::ffff:10.1.255.255, true
            64:ff9b::a01:203,    true
            fd00:1::5,           true
            fd00:2::5,           false
            8.8.8.8,             true
            """)
    void whatAnOperatorAllowsIsAllowedAndNoMore(String address, boolean allowed) throws Exception {
        AddressGuard some = new AddressGuard(
                List.of(Network.of("10.1.0.0/16"), Network.of("127.0.0.1"), Network.of("fd00:1::/32")));

        assertThat(some.allows(InetAddress.getByName(address))).isEqualTo(allowed);
    }
}
