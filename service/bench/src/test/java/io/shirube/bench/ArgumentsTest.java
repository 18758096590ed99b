package io.shirube.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void measuresEverythingWithAHundredThousandAccounts() throws Arguments.UsageException {
        assertThat(Arguments.read(List.of()))
                .isEqualTo(new Arguments(false, 100_000, List.of("micro", "load", "batch"), null));
    }

    @Test
    void takesFewerAccountsWhenQuick() throws Arguments.UsageException {
        assertThat(Arguments.read(List.of("--quick", "--out", "x.md")))
                .isEqualTo(new Arguments(true, 10_000, List.of("micro", "load", "batch"), Path.of("x.md")));
    }

    @Test
    void takesTheAccountsItIsToldEvenWhenQuick() throws Arguments.UsageException {
        assertThat(Arguments.read(List.of("--accounts", "1000000", "--quick", "--only", "batch")))
                .isEqualTo(new Arguments(true, 1_000_000, List.of("batch"), null));
    }

    @Test
    void saysInBothLanguagesWhatIsWrong() {
        assertThatThrownBy(() -> Arguments.read(List.of("--fast")))
                .hasMessage("'--fast' is not an option. / オプション '--fast' はありません。");
        assertThatThrownBy(() -> Arguments.read(List.of("--accounts", "many")))
                .hasMessageStartingWith("--accounts must be 1 to 10000000, not many.");
        assertThatThrownBy(() -> Arguments.read(List.of("--out"))).hasMessageStartingWith("--out needs a value.");
    }
}
