package io.shirube.engine.input;

/** Names places in a tree. */
public final class Paths {

    private static final int LONGEST_NAME = 60;

    private Paths() {}

    /** Returns the path of a member of the object at a path, such as {@code contract.end}; a long name is cut. */
    public static String member(String path, String name) {
        String shown = Shown.plain(name, LONGEST_NAME);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** Returns the path of an item of the list at a path, such as {@code tickets[0]}. */
    public static String item(String path, int index) {
        return path + "[" + index + "]";
    }
}
