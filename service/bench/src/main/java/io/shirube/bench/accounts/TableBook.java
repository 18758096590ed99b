package io.shirube.bench.accounts;

import io.shirube.bench.subject.GeneratedTable;
import io.shirube.bench.twin.TwinCustomer;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Accounts for the generated tables: some values untold, some industries in no table. Same arguments, same accounts. */
public final class TableBook {

    private static final List<Integer> STAFF = List.of(0, 9, 10, 29, 30, 99, 100, 299, 300, 999, 1000, 2999, 10_000);
    private static final List<Integer> YEN =
            List.of(0, 599_999, 600_000, 2_399_999, 2_400_000, 9_999_999, 10_000_000, 90_000_000);
    private static final List<TwinCustomer.Stage> STAGES = List.of(TwinCustomer.Stage.values());
    private static final double UNTOLD = 0.05;

    private TableBook() {}

    /** @param industries how many industries the table knows */
    public static List<AccountSnapshot> generated(int accounts, int industries) {
        SplittableRandom random = new SplittableRandom(Book.SEED);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < accounts; i++) {
            String industry = GeneratedTable.industry(random.nextInt(industries + 1));
            TwinCustomer.Stage stage = STAGES.get(random.nextInt(STAGES.size()));
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"account\":{\"id\":\"T-%d\",\"stage\":\"%s\"%s%s},"
                            + "\"contract\":{\"start\":\"2026-04-01\",\"end\":\"2027-03-31\"%s},\"signals\":{}}%n",
                    i,
                    stage,
                    random.nextDouble() < UNTOLD ? "" : ",\"industry\":\"" + industry + '"',
                    random.nextDouble() < UNTOLD ? "" : ",\"employees\":" + near(STAFF, random),
                    random.nextDouble() < UNTOLD ? "" : ",\"arr\":" + near(YEN, random)));
        }
        return Book.read(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int near(List<Integer> values, SplittableRandom random) {
        int value = values.get(random.nextInt(values.size()));
        return random.nextBoolean() ? value : random.nextInt(value + 1);
    }

    /** Returns the account as the twins of the tables read it. */
    public static TwinCustomer customer(Facts facts, Vocabulary vocabulary) {
        Slots slots = facts.account();
        Values account = new Values(vocabulary, FactType.ACCOUNT, slots);
        return new TwinCustomer(
                account.text("industry"),
                new Values(vocabulary, FactType.STAGE, slots).name("value", TwinCustomer.Stage.class),
                account.number("employees"),
                new Values(vocabulary, FactType.CONTRACT, slots).number("arr"));
    }
}
