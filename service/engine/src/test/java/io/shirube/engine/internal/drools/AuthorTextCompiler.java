package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * Compiles rule files by Drools as their author wrote them. Only a prelude is put before (imports, fact classes, a
 * recorder), heads give way to numbers and consequences to the recorder; the left sides are untouched. Right on fully known
 * facts, where absent may be null: Drools has no third truth value.
 */
public final class AuthorTextCompiler implements AutoCloseable {

    private static final AtomicLong BUILDS = new AtomicLong();
    private static final int LIMIT = 1_000_000;

    private final AuthorVocabulary classes;
    private final List<String> names;
    private final KieContainer container;

    private AuthorTextCompiler(AuthorVocabulary classes, List<String> names, KieContainer container) {
        this.classes = classes;
        this.names = names;
        this.container = container;
    }

    /**
     * Compiles one rule file, or several put together.
     *
     * @throws AssertionError with Drools' own messages when it refuses the text
     */
    public static AuthorTextCompiler compile(String text, Vocabulary vocabulary) {
        AuthorVocabulary classes = new AuthorVocabulary(vocabulary);
        AuthorText author = new AuthorText(text, "recorder.fire(drools.getMatch());");
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("io.shirube", "author", Long.toString(BUILDS.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        StringBuilder prelude = new StringBuilder("package author.rules; ");
        for (FactType type : FactType.values()) {
            files.write("src/main/java/author/" + type.ruleName() + ".java", classes.source(type));
            prelude.append("import author.").append(type.ruleName()).append("; ");
        }
        prelude.append("global ").append(AuthorRecorder.class.getName()).append(" recorder; ");
        files.write("src/main/resources/author/rules/author.drl", prelude + author.replaced());
        ClassLoader loader = AuthorTextCompiler.class.getClassLoader();
        try {
            List<Message> errors = services.newKieBuilder(files, loader)
                    .buildAll(ExecutableModelProject.class)
                    .getResults()
                    .getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new AssertionError(errors);
            }
            return new AuthorTextCompiler(classes, author.names(), services.newKieContainer(release, loader));
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** Returns what fires, each as {@link AuthorRecorder#describe(String, List)} writes it. */
    public Set<String> fire(Facts facts) {
        AuthorRecorder recorder = new AuthorRecorder(names);
        KieSession session = container.getKieBase().newKieSession();
        try {
            session.setGlobal("recorder", recorder);
            for (FactType type : FactType.values()) {
                List<Slots> all = type.isSingleton() ? List.of(facts.account()) : facts.items(type);
                for (int index = 0; index < all.size(); index++) {
                    Object fact = bean(type, classes.values(type, all.get(index)));
                    if (!type.isSingleton()) {
                        recorder.item(fact, type, index);
                    }
                    session.insert(fact);
                }
            }
            if (session.fireAllRules(LIMIT) >= LIMIT) {
                throw new AssertionError("too many firings");
            }
            return recorder.fired();
        } finally {
            session.dispose();
        }
    }

    /** Returns a firing of a rule as {@link #fire} does: unbound variables are no part of it. */
    public static String describe(String rule, int[] tuple, List<FactType> variables) {
        List<String> items = new ArrayList<>();
        for (int variable = 0; variable < tuple.length; variable++) {
            if (tuple[variable] >= 0) {
                items.add(AuthorRecorder.describe(variables.get(variable), tuple[variable]));
            }
        }
        return AuthorRecorder.describe(rule, items);
    }

    private Object bean(FactType type, @Nullable Object[] values) {
        try {
            return container
                    .getClassLoader()
                    .loadClass(AuthorVocabulary.PACKAGE + "." + type.ruleName())
                    .getConstructor(Object[].class)
                    .newInstance((Object) values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.ruleName(), e);
        }
    }

    @Override
    public void close() {
        container.dispose();
    }
}
