package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NdjsonBatchTest {

    private static final SnapshotReader READER = new SnapshotReader(ZoneId.of("Asia/Tokyo"));
    private static final DecisionWriter WRITER = new DecisionWriter("en", Explain.NONE);
    private static final EntryDecider DECIDER =
            snapshot -> Decisions.empty(snapshot.account().id());

    @Test
    void keepsTheOrderWithManyThreads() throws IOException {
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> i % 97 == 0 ? "{broken" : "{\"account\":{\"id\":\"A" + i + "\"}}")
                .collect(Collectors.joining("\n"));
        List<String> alone = lines(run(many, 1, DECIDER));
        assertThat(alone).hasSize(5_000);
        assertThat(alone.get(3)).startsWith("{\"accountId\":\"A3\"");
        assertThat(alone.get(97)).startsWith("{\"line\":98,\"error\":{\"code\":\"INVALID_JSON\"");
        assertThat(lines(run(many, 8, DECIDER))).isEqualTo(alone);
    }

    @Test
    void countsBlankLinesAndReadsAByteOrderMarkAndWindowsLineEnds() throws IOException {
        List<String> lines = lines(run("\uFEFF{\"account\":{\"id\":\"A\"}}\r\n\r\n   \n{}\r\n", 1, DECIDER));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("{\"accountId\":\"A\"");
        assertThat(lines.get(1))
                .isEqualTo("{\"line\":4,\"error\":{\"code\":\"REQUIRED\",\"detail\":\"account.id is"
                        + " required.\",\"field\":\"account.id\"}}");
    }

    @Test
    void listsEveryProblemOfALineIncludingThoseTheCataloguesSee() throws IOException {
        EntryDecider strict = snapshot -> {
            throw new InputException(List.of(
                    new InputProblem("OUT_OF_RANGE", "signals.nps", new Text("範囲外", "out of range")),
                    new InputProblem("REQUIRED", "contract.end", new Text("必須", "required"))));
        };
        assertThat(lines(run("{\"account\":{\"id\":\"A\"},\"contract\":{\"end\":1}}", 1, strict))
                        .get(0))
                .isEqualTo("{\"line\":1,\"error\":{\"code\":\"WRONG_TYPE\",\"detail\":\"contract.end must be a date"
                        + " such as 2026-10-01, but is 1 (a"
                        + " number).\",\"field\":\"contract.end\"},\"errors\":[{\"code\":\"WRONG_TYPE\",\"detail\":\"contract.end"
                        + " must be a date such as 2026-10-01, but is 1 (a"
                        + " number).\",\"field\":\"contract.end\"},{\"code\":\"OUT_OF_RANGE\",\"detail\":\"out"
                        + " of range\",\"field\":\"signals.nps\"}]}");
    }

    @Test
    void goesOnAfterAFailureInsideTheProgramAndDoesNotForwardItsText() throws IOException {
        EntryDecider failing = snapshot -> {
            if (snapshot.account().id().equals("B")) {
                throw new IllegalStateException("secret");
            }
            return Decisions.empty(snapshot.account().id());
        };
        List<String> lines = lines(run("{\"account\":{\"id\":\"B\"}}\n{\"account\":{\"id\":\"C\"}}", 2, failing));
        assertThat(lines.get(0))
                .contains("\"code\":\"INTERNAL_ERROR\"", "line-1")
                .doesNotContain("secret");
        assertThat(lines.get(1)).startsWith("{\"accountId\":\"C\"");
    }

    @Test
    void refusesALineBeyondTheLimitAndGoesOn() throws IOException {
        SnapshotReader small = new SnapshotReader(ZoneId.of("Asia/Tokyo"), ReadLimits.DEFAULT.withEntryBytes(100_000));
        String text = "{\"account\":{\"id\":\"" + "x".repeat(300_000) + "\"}}\n{\"account\":{\"id\":\"C\"}}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NdjsonBatch(DECIDER, WRITER, "ja", 1, BatchListener.NONE)
                .run(new NdjsonSource(stream(text), small), out, -1);
        List<String> lines = lines(out);
        assertThat(lines.get(0))
                .isEqualTo(
                        "{\"line\":1,\"error\":{\"code\":\"TOO_LARGE\",\"detail\":\"1件のデータが大きすぎます。100000バイト以内にしてください。\",\"field\":\"\"}}");
        assertThat(lines.get(1)).startsWith("{\"accountId\":\"C\"");
    }

    @Test
    void tellsCountRateAndTimeLeft() throws IOException {
        AtomicLong clock = new AtomicLong();
        List<BatchListener.Progress> heard = new ArrayList<>();
        BatchListener listener = new BatchListener() {
            @Override
            public void progress(Progress progress) {
                heard.add(progress);
            }
        };
        String text = "{\"account\":{\"id\":\"A\"}}\n{}\n";
        new NdjsonBatch(DECIDER, WRITER, "en", 1, listener, () -> clock.getAndAdd(2_000_000_000L))
                .run(new NdjsonSource(stream(text), READER), new ByteArrayOutputStream(), text.length() * 2L);
        BatchListener.Progress last = heard.get(heard.size() - 1);
        assertThat(last.entries()).isEqualTo(2);
        assertThat(last.errors()).isEqualTo(1);
        assertThat(last.perSecond()).isPositive();
        assertThat(last.left()).isNotNull().isGreaterThan(Duration.ZERO);
    }

    @Test
    void countsWhatIsReadButNotYetDecidedAsWorkLeft() throws IOException {
        AtomicLong clock = new AtomicLong();
        List<BatchListener.Progress> heard = new ArrayList<>();
        BatchListener listener = new BatchListener() {
            @Override
            public void progress(Progress progress) {
                heard.add(progress);
            }
        };
        // two threads take all four chunks of 64 at once; each is written after 10 seconds more
        String text = "{\"account\":{\"id\":\"A\"}}\n".repeat(256);
        new NdjsonBatch(DECIDER, WRITER, "en", 2, listener, () -> clock.getAndAdd(10_000_000_000L))
                .run(new NdjsonSource(stream(text), READER), new ByteArrayOutputStream(), text.length());
        assertThat(heard.get(0).entries()).isEqualTo(64);
        // a quarter is done in 20 seconds: when the lines are written, and when that is reported
        assertThat(heard.get(0).left()).isEqualTo(Duration.ofSeconds(60));
        assertThat(heard.get(heard.size() - 1).left()).isEqualTo(Duration.ZERO);
    }

    @Test
    void readsAJsonArrayOrOneEntryAndSaysWhereItBreaks() throws IOException {
        assertThat(json("[{\"account\":{\"id\":\"A\"}},{},{\"account\":{\"id\":\"C\"}}]"))
                .hasSize(3)
                .satisfies(
                        lines -> assertThat(lines.get(1)).startsWith("{\"line\":2,\"error\":{\"code\":\"REQUIRED\""));
        assertThat(json("{\"account\":{\"id\":\"A\"}}")).hasSize(1);
        assertThat(json("[]")).isEmpty();
        assertThat(json("[{\"account\":{\"id\":\"A\"}},{\"account\":"))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(1)).contains("\"line\":2", "INVALID_JSON", "account"));
        assertThat(json("[] 1")).hasSize(1);
    }

    private static List<String> json(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NdjsonBatch(DECIDER, WRITER, "en", 1, BatchListener.NONE)
                .run(new JsonSource(stream(text), READER), out, -1);
        return lines(out);
    }

    private static ByteArrayOutputStream run(String text, int threads, EntryDecider decider) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NdjsonBatch(decider, WRITER, "en", threads, BatchListener.NONE)
                .run(new NdjsonSource(stream(text), READER), out, -1);
        return out;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
