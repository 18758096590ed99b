package io.shirube.engine.internal.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Compiles printed parts into Drools' executable models, all that are asked for in one build, because much of what a build
 * costs does not depend on how much it builds. Leaves nothing in Drools' process-wide repository.
 */
final class PartCompiler {

    /** Tells the builds of one process apart, because the repository is shared by all of them. */
    private static final AtomicLong BUILDS = new AtomicLong();

    private PartCompiler() {}

    /** Returns the model of each part by its package. */
    static Map<String, Model> compile(List<PrintedPart> parts) throws LoweringException {
        List<Integer> units = parts.stream()
                .flatMap(part -> part.constants().units().stream())
                .toList();
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("io.shirube", "lowered", Long.toString(BUILDS.incrementAndGet()));
        try {
            build(parts, services, release, units);
            return models(services, release);
        } catch (LoweringException e) {
            throw e;
        } catch (Throwable e) { // because a build can throw anything, StackOverflowError among it
            throw new LoweringException(units, "the build broke off", e);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static void build(List<PrintedPart> parts, KieServices services, ReleaseId release, List<Integer> units)
            throws LoweringException {
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        for (PrintedPart part : parts) {
            files.write("src/main/resources/" + part.packageName().replace('.', '/') + "/part.drl", part.drl());
        }
        KieBuilder builder = services.newKieBuilder(files, loader()).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new LoweringException(
                    units, errors.size() + " errors in the lowered text", new AssertionError(errors));
        }
    }

    private static Map<String, Model> models(KieServices services, ReleaseId release) {
        Map<String, Model> models = new HashMap<>();
        KieContainer container = services.newKieContainer(release, loader());
        try {
            CanonicalKieModule module =
                    (CanonicalKieModule) services.getRepository().getKieModule(release);
            for (String base : container.getKieBaseNames()) {
                KieBaseModelImpl all = (KieBaseModelImpl) container.getKieBaseModel(base);
                module.getModelForKBase(all).forEach(model -> models.put(model.getPackageName(), model));
            }
        } finally {
            container.dispose();
        }
        return models;
    }

    private static ClassLoader loader() {
        return PartCompiler.class.getClassLoader();
    }
}
