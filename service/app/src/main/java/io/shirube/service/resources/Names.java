package io.shirube.service.resources;

import io.shirube.engine.model.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names that some values have in requests, in the order in which they are told. Unchangeable. */
final class Names<T> {

    private final Map<String, T> values;

    private Names(Map<String, T> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Names values of an enum by their constants. */
    static <E extends Enum<E>> Names<E> of(List<E> values) {
        return of(values, Enum::name);
    }

    static <T> Names<T> of(List<T> values, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        values.forEach(value -> named.put(name.apply(value), value));
        return new Names<>(named);
    }

    /** @param name null is nobody's */
    Optional<T> find(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(values.get(name));
    }

    /** Says that a parameter or field must have one of them. */
    Text wanted(String field) {
        return new Text(field + " は次のどれかで指定してください: " + this, field + " must be one of: " + this + ".");
    }

    /** Returns all of them, with commas between. */
    @Override
    public String toString() {
        return String.join(", ", values.keySet());
    }
}
