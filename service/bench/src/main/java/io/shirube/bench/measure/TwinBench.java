package io.shirube.bench.measure;

import io.shirube.bench.accounts.TableBook;
import io.shirube.bench.accounts.TwinReader;
import io.shirube.bench.subject.GeneratedTable;
import io.shirube.bench.twin.Hit;
import io.shirube.bench.twin.IndexedTable;
import io.shirube.bench.twin.NaiveTable;
import io.shirube.bench.twin.TwinAccount;
import io.shirube.bench.twin.TwinCustomer;
import io.shirube.bench.twin.TwinRules;
import io.shirube.engine.rules.Vocabulary;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same by hand. */
public class TwinBench {

    /** The frozen phase. */
    @Benchmark
    public List<Hit> rules(Rules state) {
        return TwinRules.judge(state.accounts.get(state.circle.next()));
    }

    /** A table as a loop. */
    @Benchmark
    public int loop(Tables state) {
        return state.naive.row(state.customers.get(state.circle.next()));
    }

    /** A table by an index. */
    @Benchmark
    public int index(Tables state) {
        return state.indexed.row(state.customers.get(state.circle.next()));
    }

    /** Accounts of the frozen rules. */
    @State(Scope.Benchmark)
    public static class Rules {

        private final Circle circle = new Circle();
        private List<TwinAccount> accounts = List.of();

        @Setup
        public void load() {
            Accounts loaded = Accounts.of(Accounts.FROZEN);
            TwinReader reader = new TwinReader(loaded.ruleset().model().vocabulary());
            accounts = loaded.facts().stream().map(reader::read).toList();
        }
    }

    /** Accounts of a table. */
    @State(Scope.Benchmark)
    public static class Tables {

        /** Rows of the table. */
        @Param({"50", "500", "5000"})
        public int rows = 50;

        private final Circle circle = new Circle();
        private List<TwinCustomer> customers = List.of();
        private NaiveTable naive = new NaiveTable(List.of());
        private IndexedTable indexed = new IndexedTable(List.of());

        @Setup
        public void load() {
            GeneratedTable table = GeneratedTable.ofRows(rows);
            Accounts loaded = Accounts.of(Integer.toString(rows));
            Vocabulary vocabulary = loaded.ruleset().model().vocabulary();
            customers = loaded.facts().stream()
                    .map(facts -> TableBook.customer(facts, vocabulary))
                    .toList();
            naive = new NaiveTable(table.rows());
            indexed = new IndexedTable(table.rows());
        }
    }
}
