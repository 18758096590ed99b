package io.shirube.service;

import io.shirube.service.db.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one running service with the shipped rules, started when the first asks and stopped after the last. */
final class ShippedService implements ParameterResolver {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(ShippedService.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OWN)
                .getOrComputeIfAbsent(RunningService.class, type -> start(), RunningService.class);
    }

    private static RunningService start() {
        try {
            return RunningService.start(
                    EngineService::loader,
                    RunningService.HOME.resolve("rules"),
                    TestDatabase.migrated(),
                    Map.of("rules.warmUpDecisions", "20", "rules.rehearsals", "0"));
        } catch (Exception e) {
            throw new ParameterResolutionException("the service does not start", e);
        }
    }
}
