package io.shirube.service.operations;

import com.codahale.metrics.health.HealthCheck;
import io.shirube.service.rulesets.BrokenEditText;
import io.shirube.service.rulesets.RulesStatus;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether there are rules to decide with. It stays healthy while the last good rules are kept, because restarting the
 * service would lose them; its message then says which edit is broken and why.
 */
public final class RulesHealthCheck extends HealthCheck {

    private final Supplier<RulesStatus> status;

    public RulesHealthCheck(Supplier<RulesStatus> status) {
        this.status = status;
    }

    @Override
    protected Result check() {
        RulesStatus now = status.get();
        ResultBuilder result = Result.builder().withDetail("state", now.state().name());
        RulesStatus.Active active = now.active();
        if (active != null) {
            result.withDetail("revision", active.revision())
                    .withDetail("loadedAt", active.loadedAt().toString());
        }
        RulesStatus.Broken broken = now.broken();
        if (broken != null) {
            List<String> errors =
                    broken.errors().stream().map(BrokenEditText::line).toList();
            result.withDetail("broken", errors).withMessage("%s", BrokenEditText.headline(now));
        }
        return now.ready() ? result.healthy().build() : result.unhealthy().build();
    }
}
