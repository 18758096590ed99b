/**
 * The book of accounts in PostgreSQL: the server the program runs itself, migrations, and the statements. Called by the wiring;
 * implements the ports of {@code book}, {@code standing}, {@code webhooks}, {@code requests}, {@code audit}, {@code figures}, {@code
 * auth} and {@code operations}.
 */
@NullMarked
package io.shirube.service.db;

import org.jspecify.annotations.NullMarked;
