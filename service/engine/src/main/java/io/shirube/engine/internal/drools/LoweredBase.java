package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.RuleUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Builds the KieBase of one printed phase and keeps nothing of it in Drools' process-wide repository. */
final class LoweredBase implements AutoCloseable {

    /** Tells the builds of one process apart, because the repository is shared by all of them. */
    private static final AtomicLong BUILDS = new AtomicLong();

    private final KieContainer container;
    private final KieBase base;

    private LoweredBase(KieContainer container) {
        this.container = container;
        this.base = container.getKieBase();
    }

    static LoweredBase build(String drl, List<RuleUnit> units) throws LoweringException {
        List<Integer> numbers = units.stream().map(RuleUnit::number).toList();
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("io.shirube", "lowered", Long.toString(BUILDS.incrementAndGet()));
        try {
            return build(drl, services, release, numbers);
        } catch (LoweringException e) {
            throw e;
        } catch (Throwable e) { // because a build can throw anything, StackOverflowError among it
            throw new LoweringException(numbers, "the build broke off", e);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static LoweredBase build(String drl, KieServices services, ReleaseId release, List<Integer> numbers)
            throws LoweringException {
        ClassLoader loader = LoweredBase.class.getClassLoader();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/lowered/phase.drl", drl);
        KieBuilder builder = services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new LoweringException(
                    numbers, errors.size() + " errors in the lowered text", new AssertionError(errors));
        }
        return new LoweredBase(services.newKieContainer(release, loader));
    }

    KieBase base() {
        return base;
    }

    @Override
    public void close() {
        container.dispose();
    }
}
