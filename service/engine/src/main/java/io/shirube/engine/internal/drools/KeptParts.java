package io.shirube.engine.internal.drools;

import io.shirube.engine.rules.RuleStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compiled parts in a store, so that the next start of the program compiles only what changed since. */
final class KeptParts {

    private static final String KIND = "part";

    private final RuleStore store;

    KeptParts(RuleStore store) {
        this.store = store;
    }

    Optional<CompiledPart> read(String drl) {
        return store.read(KIND, drl).map(KeptParts::part);
    }

    void write(String drl, CompiledPart part) {
        store.write(KIND, drl, bytes(part));
    }

    private static CompiledPart part(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String model = in.readUTF();
            Map<String, byte[]> classes = new TreeMap<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                classes.put(name, in.readNBytes(in.readInt()));
            }
            return new CompiledPart(model, classes);
        } catch (IOException e) {
            throw new UncheckedIOException("the store gives only what was written whole", e);
        }
    }

    private static byte[] bytes(CompiledPart part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(part.model());
            out.writeInt(part.classes().size());
            for (Map.Entry<String, byte[]> entry : part.classes().entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot break", e);
        }
        return bytes.toByteArray();
    }
}
