package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.InputProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    private final SnapshotReader reader = new SnapshotReader(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "41 e3 81 82 f0 9f 98 80 7f, -1",
        "41 c3 a9 df bf,             -1",
        "ed 9f bf ee 80 80 ef bf bf, -1",
        "f4 8f bf bf,                -1",
        "41 80,                       1",
        "41 c0 af,                    1",
        "c1 bf,                       0",
        "e0 9f bf,                    0",
        "41 ed a0 80,                 1",
        "f0 8f bf bf,                 0",
        "f4 90 80 80,                 0",
        "f5 80 80 80,                 0",
        "41 42 e3 81,                 2",
        "e3 41 82,                    0",
        "ff fe,                       0",
        "41 00,                       1"
    })
    void findsTheFirstCharacterThatIsNone(String hex, int fault) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThat(Utf8.firstFault(bytes, 0, bytes.length)).isEqualTo(fault);
    }

    @Test
    void agreesWithTheStandardDecoderOnRandomBytes() {
        Random random = new Random(1);
        byte[] leads = HexFormat.of().parseHex("41c2dfe0e3edeef0f1f4f580bfff");
        int sound = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = random.nextInt(3) == 0
                        ? leads[random.nextInt(leads.length)]
                        : (byte) (0x80 + random.nextInt(0x40));
            }
            boolean decodes = decodes(bytes);
            sound += decodes ? 1 : 0;
            assertThat(Utf8.firstFault(bytes, 0, bytes.length) < 0)
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(decodes);
        }
        assertThat(sound).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void readsNoOtherEncodingThanUtf8(String charset) {
        byte[] json = "{\"account\":{\"id\":\"A-1\"}}".getBytes(Charset.forName(charset));

        assertThat(reader.read(json).problems())
                .extracting(InputProblem::code)
                .containsAnyOf(InputCode.INVALID_ENCODING.name(), InputCode.INVALID_JSON.name());
    }

    @Test
    void namesTheByteThatIsNotUtf8() {
        byte[] json =
                "{\"account\":{\"id\":\"A/\"}}".replace("/", "\u00C0\u00AF").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reader.read(json).problems())
                .extracting(problem -> problem.detail().en())
                .containsExactly("Byte 20 is not UTF-8. Write JSON in UTF-8.");
    }

    @Test
    void readsUtf8BehindAByteOrderMark() {
        byte[] json = "\uFEFF{\"account\":{\"id\":\"株式会社\"}}".getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(json).problems()).isEmpty();
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
