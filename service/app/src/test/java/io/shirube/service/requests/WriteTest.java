package io.shirube.service.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.ProblemException;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTest {

    private static final Author AUTHOR = new Author(7, "crm", "r-1");

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "~", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""})
    void takesAnyPrintableAsciiAsAKey(String key) {
        assertThat(write(key, "PUT", "/a", "").key()).isEqualTo(key);
        assertThat(write(key.repeat(255).substring(0, 255), "PUT", "/a", "").key())
                .hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "鍵", "a\tb", "a\nb", "\u007f"})
    void refusesAnyOtherKey(String key) {
        assertRefused(key);
    }

    @Test
    void refusesAKeyOfMoreThan255Characters() {
        assertRefused("a".repeat(256));
    }

    @Test
    void isTheSameWriteOnlyWhereEverythingIs() {
        String print = write("k", "PUT", "/a", "{}").print();

        assertThat(write("k", "PUT", "/a", "{}").print()).isEqualTo(print);
        assertThat(write("other", "PUT", "/a", "{}").print()).isEqualTo(print);
        assertThat(write("k", "POST", "/a", "{}").print()).isNotEqualTo(print);
        assertThat(write("k", "PUT", "/b", "{}").print()).isNotEqualTo(print);
        assertThat(write("k", "PUT", "/a", "{} ").print()).isNotEqualTo(print);
        assertThat(write("k", "PUT", "/", "a{}").print()).isNotEqualTo(print);
        assertThat(write("k", "PU", "T/a", "{}").print()).isNotEqualTo(print);
    }

    @Test
    void aPartIsOfItsWrite() {
        Write whole = write("k", "POST", "/a", "");
        Write part = whole.part(2, Hashing.sha256().hashString("lines", UTF_8));

        assertThat(part.part()).isEqualTo(2);
        assertThat(part.key()).isEqualTo("k");
        assertThat(part.print())
                .isNotEqualTo(whole.print())
                .isNotEqualTo(write("k", "POST", "/b", "")
                        .part(2, Hashing.sha256().hashString("lines", UTF_8))
                        .print())
                .isNotEqualTo(whole.part(2, Hashing.sha256().hashString("other lines", UTF_8))
                        .print());
    }

    private static void assertRefused(String key) {
        assertThatThrownBy(() -> write(key, "PUT", "/a", ""))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(ErrorCode.INVALID_PARAMETER);
                    assertThat(e.problem().errors().get(0).field()).isEqualTo("Idempotency-Key");
                });
    }

    private static Write write(String key, String method, String path, String body) {
        return Write.of(AUTHOR, key, List.of(method, path), body.getBytes(UTF_8));
    }
}
