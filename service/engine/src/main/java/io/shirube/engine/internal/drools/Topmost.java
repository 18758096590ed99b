package io.shirube.engine.internal.drools;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** The accumulate function of tables whose first hit counts: the row that stands highest. Holds no state. */
public final class Topmost implements AccumulateFunction<Topmost.Best> {

    @Override
    public Best createContext() {
        return new Best();
    }

    @Override
    public void init(Best context) {
        context.row = null;
    }

    @Override
    public void accumulate(Best context, Object value) {
        RowFact row = (RowFact) value;
        RowFact best = context.row;
        if (best == null || row.getRow() < best.getRow()) {
            context.row = row;
        }
    }

    @Override
    public void reverse(Best context, Object value) {
        throw new UnsupportedOperationException("rows never leave while an account is decided");
    }

    /** Returns the row, or null when there is none, which Drools takes for no match. */
    @Override
    @SuppressWarnings("NullAway") // because the interface is not annotated
    public Object getResult(Best context) {
        return context.row;
    }

    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public Class<?> getResultType() {
        return RowFact.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        // because there is nothing to write
    }

    @Override
    public void readExternal(ObjectInput in) {
        // because there is nothing to read
    }

    /** The highest row so far. Used by one thread at a time. */
    public static final class Best implements Serializable {
        private static final long serialVersionUID = 1L;
        private transient @Nullable RowFact row;
    }
}
