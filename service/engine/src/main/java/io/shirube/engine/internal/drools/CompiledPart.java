package io.shirube.engine.internal.drools;

import java.util.Map;
import org.drools.model.Model;

/**
 * The classes of one compiled part.
 *
 * @param model name of the class that is the part's model
 * @param classes bytes by class name; not to be changed
 */
record CompiledPart(String model, Map<String, byte[]> classes) {

    /**
     * Makes the model from the classes, in a loader of their own that goes when the model goes.
     *
     * @throws IllegalStateException when they do not fit each other or this program
     */
    Model load() {
        try {
            return new Loader(classes)
                    .loadClass(model)
                    .asSubclass(Model.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new IllegalStateException("the classes of a part do not fit", e);
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        private Loader(Map<String, byte[]> classes) {
            super(CompiledPart.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
