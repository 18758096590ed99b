package io.shirube.service.book;

/** The book cannot be reached for a while; nothing was changed, and who asks may ask again. */
public final class BookUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BookUnavailableException(Throwable cause) {
        super("the book cannot be reached", cause);
    }
}
