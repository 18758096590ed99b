package io.shirube.engine.internal.drools;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.kie.api.runtime.rule.AccumulateFunction;

/** The one accumulate function of lowered rules: it gathers the possible members. Holds no state. */
public final class Gather implements AccumulateFunction<Gather.Members> {

    @Override
    public Members createContext() {
        return new Members();
    }

    @Override
    public void init(Members context) {
        context.samples = new Samples();
    }

    @Override
    public void accumulate(Members context, Object value) {
        context.samples.add((Sample) value);
    }

    @Override
    public void reverse(Members context, Object value) {
        throw new UnsupportedOperationException("members never leave while an account is decided");
    }

    @Override
    public Object getResult(Members context) {
        return context.samples;
    }

    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public Class<?> getResultType() {
        return Samples.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        // because there is nothing to write
    }

    @Override
    public void readExternal(ObjectInput in) {
        // because there is nothing to read
    }

    /** The members gathered so far. Used by one thread at a time. */
    public static final class Members implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        private transient Samples samples = new Samples();
    }
}
