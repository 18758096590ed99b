package io.shirube.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramVersionTest {

    @Test
    void isFilledInByTheBuild() {
        assertThat(ProgramVersion.current()).matches("\\d+\\.\\d+\\.\\d+(-\\w+)?");
    }
}
