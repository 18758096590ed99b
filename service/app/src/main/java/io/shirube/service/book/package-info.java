/** The book of accounts: what a CRM told, kept; the use-cases of accounts and signals over the port {@link io.shirube.service.book.Book}. */
@NullMarked
package io.shirube.service.book;

import org.jspecify.annotations.NullMarked;
