package io.shirube.engine.internal.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles printed parts into the classes of Drools' executable models, all that are asked for in one build, because much of what a build
 * costs does not depend on how much it builds. Leaves nothing in Drools' process-wide repository.
 */
final class PartCompiler {

    /** Tells the builds of one process apart, because the repository is shared by all of them. */
    private static final AtomicLong BUILDS = new AtomicLong();

    private static final String CLASS = ".class";

    /** What Drools calls the class that is the model of a package. */
    private static final Pattern MODEL = Pattern.compile("[\\w.]+\\.Rules[0-9A-F]{32}");

    private PartCompiler() {}

    /** Returns each part compiled, by its package. */
    static Map<String, CompiledPart> compile(List<PrintedPart> parts) throws LoweringException {
        List<Integer> units = parts.stream()
                .flatMap(part -> part.constants().units().stream())
                .toList();
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("io.shirube", "lowered", Long.toString(BUILDS.incrementAndGet()));
        try {
            build(parts, services, release, units);
            return compiled(parts, (CanonicalKieModule) services.getRepository().getKieModule(release));
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

    private static Map<String, CompiledPart> compiled(List<PrintedPart> parts, CanonicalKieModule module) {
        Map<String, CompiledPart> compiled = new HashMap<>();
        for (PrintedPart part : parts) {
            compiled.put(part.packageName(), part(part.packageName(), module.getClassesMap()));
        }
        return compiled;
    }

    private static CompiledPart part(String packageName, Map<String, byte[]> all) {
        Map<String, byte[]> classes = new TreeMap<>();
        all.forEach((file, bytes) -> {
            String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
            if (name.startsWith(packageName + ".")) {
                classes.put(name, bytes);
            }
        });
        String model = classes.keySet().stream()
                .filter(name -> MODEL.matcher(name).matches())
                .findFirst()
                .orElseThrow();
        return new CompiledPart(model, classes);
    }

    private static ClassLoader loader() {
        return PartCompiler.class.getClassLoader();
    }
}
