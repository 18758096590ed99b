package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.RuleUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Builds the KieBase of one printed phase and keeps nothing of it in Drools' process-wide repository.
 *
 * <p>A base depends on its printed text alone: what the text's numbers stand for comes with the facts. So rulesets that are
 * open at the same time share the bases of equal texts, and a reload after an edit builds only the phases whose text the
 * edit changed; numbers and rows are no part of it. Safe for use by many threads.
 */
final class LoweredBase implements AutoCloseable {

    /** Tells the builds of one process apart, because the repository is shared by all of them. */
    private static final AtomicLong BUILDS = new AtomicLong();

    /** The bases in use by their text; guarded by itself. */
    private static final Map<String, LoweredBase> IN_USE = new HashMap<>();

    private final String drl;
    private final KieContainer container;
    private final KieBase base;

    /** How many phases use it; guarded by {@link #IN_USE}. */
    private int users = 1;

    private LoweredBase(String drl, KieContainer container) {
        this.drl = drl;
        this.container = container;
        this.base = container.getKieBase();
    }

    /** Returns a base that is in use already, or builds one; to be closed once for each time it was returned. */
    static LoweredBase of(String drl, List<RuleUnit> units) throws LoweringException {
        LoweredBase known = join(drl);
        if (known != null) {
            return known;
        }
        LoweredBase built = build(drl, units);
        synchronized (IN_USE) {
            IN_USE.putIfAbsent(drl, built);
        }
        return built;
    }

    private static @Nullable LoweredBase join(String drl) {
        synchronized (IN_USE) {
            LoweredBase known = IN_USE.get(drl);
            if (known != null) {
                known.users++;
            }
            return known;
        }
    }

    private static LoweredBase build(String drl, List<RuleUnit> units) throws LoweringException {
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
        return new LoweredBase(drl, services.newKieContainer(release, loader));
    }

    KieBase base() {
        return base;
    }

    @Override
    public void close() {
        synchronized (IN_USE) {
            users--;
            if (users > 0) {
                return;
            }
            IN_USE.remove(drl, this);
        }
        container.dispose();
    }
}
