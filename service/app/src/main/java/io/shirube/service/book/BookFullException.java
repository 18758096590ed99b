package io.shirube.service.book;

/** An account would come to keep more readings than one account may; nothing was changed. */
public final class BookFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BookFullException() {
        super("the account would keep too many readings");
    }
}
