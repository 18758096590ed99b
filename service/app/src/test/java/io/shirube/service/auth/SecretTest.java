package io.shirube.service.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final String ZEROES = "shk_" + "0".repeat(43);

    @Test
    void isLettersAndDigitsOfWhichEveryOneComesAtEveryPlace() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        Set<Integer> first = new HashSet<>();
        Set<Integer> last = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            String text = Secret.random(random).reveal();
            assertThat(text).matches("shk_[0-9A-Za-z]{43}");
            seen.add(text);
            first.add(text.codePointAt(4));
            last.add(text.codePointAt(46));
        }

        assertThat(seen).hasSize(3_000);
        assertThat(first).hasSize(62);
        assertThat(last).hasSize(62);
    }

    /** The hash is what sha256sum says. */
    @Test
    void isKeptAsItsSha256() {
        assertThat(Secret.read(ZEROES).orElseThrow().hash().hex())
                .isEqualTo("ecd37c9d3675907b61bcbf9a45066689db6ecc9dfecd11d12c2d2c0b5621f40f");
    }

    @Test
    void showsItsBeginningOnlyWhereItIsPrinted() {
        Secret secret = Secret.random(new SecureRandom());

        assertThat(secret.prefix()).hasSize(10).isEqualTo(secret.reveal().substring(0, 10));
        assertThat(secret).hasToString(secret.prefix() + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shk_", "shk_0", "SHK_0000000000000000000000000000000000000000000", "shk_é"})
    void takesNothingElseForASecret(String sent) {
        assertThat(Secret.read(sent)).isEmpty();
        assertThat(Secret.read(ZEROES + sent).isPresent()).isEqualTo(sent.isEmpty());
    }
}
