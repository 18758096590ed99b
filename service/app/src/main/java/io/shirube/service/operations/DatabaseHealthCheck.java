package io.shirube.service.operations;

import com.codahale.metrics.health.HealthCheck;
import java.util.function.BooleanSupplier;

/** Whether the database answers. */
public final class DatabaseHealthCheck extends HealthCheck {

    static final String AWAY =
            "The database does not answer; see whether it runs, and database.url. / データベースが応答しません。動いているか、database.url が正しいかを確認してください。";

    private final BooleanSupplier answers;

    public DatabaseHealthCheck(BooleanSupplier answers) {
        this.answers = answers;
    }

    @Override
    protected Result check() {
        return answers.getAsBoolean() ? Result.healthy() : Result.unhealthy(AWAY);
    }
}
