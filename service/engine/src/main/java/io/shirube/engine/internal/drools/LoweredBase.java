package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * The KieBase of one phase, put together from the compiled parts of its files.
 *
 * <p>Parts and bases depend on printed texts alone: what the texts' numbers stand for comes with the facts. So rulesets that
 * are open at the same time share the bases of equal texts, and the compiled parts of the files they have in common: a
 * reload after an edit compiles the files whose text the edit changed; numbers and rows are no part of it.
 */
final class LoweredBase implements AutoCloseable {

    private static final InUse<String, Model> PARTS = new InUse<>();
    private static final InUse<List<String>, KieBase> BASES = new InUse<>();

    private final InUse.Share<KieBase> base;
    private final List<InUse.Share<Model>> parts;

    private LoweredBase(InUse.Share<KieBase> base, List<InUse.Share<Model>> parts) {
        this.base = base;
        this.parts = parts;
    }

    /**
     * Returns the bases of a ruleset, each to be closed once.
     *
     * @param kept parts of earlier runs of the program
     * @throws LoweringException when a part cannot be compiled; nothing is left open then
     */
    static Map<Phase, LoweredBase> open(List<PrintedPart> printed, KeptParts kept) throws LoweringException {
        Map<String, InUse.Share<Model>> shares = new HashMap<>();
        Map<Phase, LoweredBase> bases = new EnumMap<>(Phase.class);
        try {
            share(printed, shares, kept);
            for (Phase phase : Phase.values()) {
                List<PrintedPart> ofPhase =
                        printed.stream().filter(part -> part.phase() == phase).toList();
                if (!ofPhase.isEmpty()) {
                    bases.put(phase, of(ofPhase, shares));
                }
            }
            return bases;
        } catch (Throwable e) { // because putting a base together can throw anything
            bases.values().forEach(LoweredBase::close);
            throw e;
        } finally {
            shares.values().forEach(InUse.Share::close);
        }
    }

    /** Takes a share of every part; those that nobody uses come from an earlier run or from the compiler. */
    private static void share(List<PrintedPart> printed, Map<String, InUse.Share<Model>> shares, KeptParts kept)
            throws LoweringException {
        List<PrintedPart> unknown = new ArrayList<>();
        for (PrintedPart part : printed) {
            InUse.Share<Model> known = PARTS.join(part.drl());
            if (known == null) {
                known = kept(part, kept);
            }
            if (known == null) {
                unknown.add(part);
            } else {
                shares.put(part.drl(), known);
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, CompiledPart> compiled = PartCompiler.compile(unknown);
            for (PrintedPart part : unknown) {
                CompiledPart fresh = Objects.requireNonNull(compiled.get(part.packageName()), "part");
                shares.put(part.drl(), PARTS.add(part.drl(), fresh.load()));
                kept.write(part.drl(), fresh);
            }
        }
    }

    private static InUse.@Nullable Share<Model> kept(PrintedPart part, KeptParts kept) {
        Optional<CompiledPart> known = kept.read(part.drl());
        if (known.isEmpty()) {
            return null;
        }
        try {
            return PARTS.add(part.drl(), known.get().load());
        } catch (IllegalStateException e) {
            return null; // because what does not fit is as good as none: it is compiled anew
        }
    }

    private static LoweredBase of(List<PrintedPart> printed, Map<String, InUse.Share<Model>> shares) {
        List<String> texts = printed.stream().map(PrintedPart::drl).toList();
        List<InUse.Share<Model>> parts = texts.stream()
                .map(text -> Objects.requireNonNull(shares.get(text), "share"))
                .toList();
        InUse.Share<KieBase> base = BASES.join(texts);
        if (base == null) {
            List<Model> models = parts.stream().map(InUse.Share::value).toList();
            base = BASES.add(texts, KieBaseBuilder.createKieBaseFromModel(models));
        }
        return new LoweredBase(base, parts.stream().map(InUse.Share::again).toList());
    }

    KieBase base() {
        return base.value();
    }

    @Override
    public void close() {
        base.close();
        parts.forEach(InUse.Share::close);
    }
}
