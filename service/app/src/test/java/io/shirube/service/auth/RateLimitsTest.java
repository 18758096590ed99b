package io.shirube.service.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void anIpv6CallerIsItsNetworkBecauseEveryAddressOfItIsHis() {
        assertThat(RateLimits.network("2001:db8:1:2::3")).isEqualTo(RateLimits.network("2001:db8:1:2:ffff::1"));
        assertThat(RateLimits.network("2001:db8:1:2::3")).isNotEqualTo(RateLimits.network("2001:db8:1:3::3"));
    }

    @Test
    void anIpv4CallerIsItsAddressHoweverItIsWritten() {
        assertThat(RateLimits.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(RateLimits.network("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(RateLimits.network("192.0.2.8")).isEqualTo("192.0.2.8");
    }
}
