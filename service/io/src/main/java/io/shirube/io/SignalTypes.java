package io.shirube.io;

import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.Optional;

/** Tells what a signal or attribute holds, for formats whose cells are only text. */
@FunctionalInterface
public interface SignalTypes {

    /** Knows no signal: a cell that looks like a number is one. */
    SignalTypes UNKNOWN = name -> Optional.empty();

    Optional<ValueType> type(String name);

    /** Returns the types of a ruleset's catalogues. */
    static SignalTypes of(Vocabulary vocabulary) {
        return name -> vocabulary
                .field(FactType.SIGNALS, name)
                .or(() -> vocabulary.field(FactType.ACCOUNT, name))
                .map(Field::type);
    }
}
