package io.shirube.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.bench.accounts.Book;
import io.shirube.bench.accounts.PhaseFacts;
import io.shirube.bench.accounts.TableBook;
import io.shirube.bench.subject.GeneratedTable;
import io.shirube.bench.subject.Subjects;
import io.shirube.bench.twin.IndexedTable;
import io.shirube.bench.twin.NaiveTable;
import io.shirube.bench.twin.TwinCustomer;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twins of the generated tables find the row that fires. */
class TwinTablesAgreementTest {

    @ParameterizedTest
    @ValueSource(ints = {50, 500, 5000})
    void findsTheRowThatFires(int size) throws InputException {
        GeneratedTable table = GeneratedTable.ofRows(size);
        assertThat(table.rows()).hasSize(size);
        NaiveTable naive = new NaiveTable(table.rows());
        IndexedTable indexed = new IndexedTable(table.rows());
        Set<Integer> found = new HashSet<>();
        try (Ruleset rules = Subjects.load(table.bundle())) {
            PhaseFacts phase = new PhaseFacts(rules);
            for (AccountSnapshot snapshot : TableBook.generated(300, table.industries())) {
                Facts facts = phase.before(Phase.SEGMENT, snapshot, Book.AS_OF);
                TwinCustomer customer = TableBook.customer(facts, rules.model().vocabulary());
                int row = naive.row(customer);
                assertThat(indexed.row(customer)).isEqualTo(row);
                List<Firing> expected = row < 0 ? List.of() : List.of(new Firing(0, row, new int[0]));
                assertThat(rules.evaluator().fire(Phase.SEGMENT, facts)).isEqualTo(expected);
                assertThat(rules.lowered().fire(Phase.SEGMENT, facts)).isEqualTo(expected);
                found.add(row);
            }
        }
        assertThat(found).contains(-1).hasSizeGreaterThan(30);
    }
}
