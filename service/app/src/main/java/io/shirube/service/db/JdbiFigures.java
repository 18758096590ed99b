package io.shirube.service.db;

import io.shirube.service.figures.BookFigures;
import java.time.LocalDate;
import java.util.List;

/** Figures over the book, added up by PostgreSQL. Safe for use by many threads. */
public final class JdbiFigures implements BookFigures {

    private final Transactions transactions;

    public JdbiFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Segment> segments() {
        return transactions.read(
                statements -> statements.of(FigureStatements.class).segments());
    }

    @Override
    public List<Work> work(LocalDate today) {
        return transactions.read(
                statements -> statements.of(FigureStatements.class).work(today));
    }
}
