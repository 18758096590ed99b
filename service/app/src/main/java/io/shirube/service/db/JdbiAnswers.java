package io.shirube.service.db;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shirube.service.db.AnswerStatements.AnswerRow;
import io.shirube.service.requests.Answer;
import io.shirube.service.requests.AnswerStore;
import io.shirube.service.requests.Author;
import io.shirube.service.requests.Write;
import io.shirube.service.standing.StoredJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes that were answered, in PostgreSQL. Safe for use by many threads. */
public final class JdbiAnswers implements AnswerStore {

    private final Transactions transactions;

    public JdbiAnswers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T by(Author author, Supplier<T> work) {
        return transactions.by(author, work);
    }

    @Override
    public <T> T together(Supplier<T> work) {
        return transactions.together(work);
    }

    @Override
    public Optional<Kept> claim(Write write, Instant now, Instant forgotten) {
        return transactions.write(statements -> {
            AnswerStatements answers = statements.of(AnswerStatements.class);
            int claimed = answers.claim(write.author().key(), key(write), write.part(), write.print(), now, forgotten);
            return claimed > 0
                    ? Optional.empty()
                    : answers.find(write.author().key(), key(write), write.part())
                            .map(JdbiAnswers::kept);
        });
    }

    @Override
    public void keep(Write write, Answer answer) {
        if (!answer.kept()) {
            return;
        }
        transactions.change(statements -> statements
                .of(AnswerStatements.class)
                .keep(
                        write.author().key(),
                        key(write),
                        write.part(),
                        answer.status(),
                        json(answer.headers()),
                        answer.body(),
                        answer.about()));
    }

    private static String key(Write write) {
        return Objects.requireNonNull(write.key(), "key");
    }

    private static Kept kept(AnswerRow row) {
        return new Kept(
                row.print(),
                row.status() == null || row.headers() == null || row.body() == null
                        ? null
                        : Answer.of(row.status(), headers(row.headers()), row.body()));
    }

    private static String json(Map<String, String> headers) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        headers.forEach(object::put);
        return object.toString();
    }

    private static Map<String, String> headers(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        StoredJson.tree(json)
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }
}
