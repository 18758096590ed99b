package io.shirube.engine.input;

/** Stands in a tree where a value could not be read and the reader has already said so. */
public enum Unreadable {
    VALUE
}
