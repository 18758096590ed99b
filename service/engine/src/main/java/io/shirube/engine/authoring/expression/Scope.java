package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names a rule has bound so far, such as {@code $t}. An inner scope sees those of the outer one; what it binds is
 * not visible outside. Used by one thread.
 */
public final class Scope {

    private final @Nullable Scope outer;
    private final Phase phase;
    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final Map<String, Bound> hidden = new LinkedHashMap<>();
    private final boolean inputsOnly;
    private boolean incomplete;

    private Scope(@Nullable Scope outer, Phase phase, boolean inputsOnly) {
        this.outer = outer;
        this.phase = phase;
        this.inputsOnly = inputsOnly;
    }

    /** Returns an empty scope of a rule or table of this phase. */
    public static Scope of(Phase phase) {
        return new Scope(null, phase, false);
    }

    /** Returns an empty scope of a derived signal, which reads nothing that rules conclude. */
    public static Scope ofInputs() {
        return new Scope(null, Phase.LIFECYCLE, true);
    }

    /** What a name stands for. */
    public sealed interface Bound {}

    /** An item of a collection, or a singleton when the variable is {@link Term#ACCOUNT}. */
    public record Item(int variable, FactType type) implements Bound {}

    /** A field of the account or of an item. */
    public record Alias(int variable, Field field) implements Bound {}

    /**
     * The result of an accumulate.
     *
     * @param field the field it is computed from, when it has that field's unit
     */
    public record Result(int number, @Nullable Field field) implements Bound {}

    public Phase phase() {
        return phase;
    }

    /** Returns whether nothing concluded may be read at all. */
    boolean inputsOnly() {
        return inputsOnly;
    }

    /** Returns a scope inside this one. */
    public Scope inner() {
        return new Scope(this, phase, inputsOnly);
    }

    /** Binds a name. Returns false when it is already bound. */
    public boolean bind(String name, Bound meaning) {
        if (find(name).isPresent()) {
            return false;
        }
        bound.put(name, meaning);
        return true;
    }

    /** Returns what a name stands for here. */
    public Optional<Bound> find(String name) {
        Bound here = bound.get(name);
        if (here != null || outer == null) {
            return Optional.ofNullable(here);
        }
        return outer.find(name);
    }

    /** Remembers what an inner scope bound, so that a later use can be told why it sees nothing. */
    public void hide(Scope inner) {
        hidden.putAll(inner.bound);
        hidden.putAll(inner.hidden);
        incomplete |= inner.incomplete;
    }

    /** Returns whether a name was bound only in an inner part that is over. */
    boolean isHidden(String name) {
        return hidden.containsKey(name) || (outer != null && outer.isHidden(name));
    }

    /** Says that some binding could not be read, so that a missing name proves nothing. */
    public void markIncomplete() {
        incomplete = true;
    }

    /** Returns whether some binding could not be read. */
    public boolean isIncomplete() {
        return incomplete || (outer != null && outer.isIncomplete());
    }

    /** Returns every visible name, the outer ones first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(outer == null ? List.of() : outer.names());
        names.addAll(bound.keySet());
        return names;
    }
}
