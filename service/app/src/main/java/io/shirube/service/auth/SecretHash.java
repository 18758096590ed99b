package io.shirube.service.auth;

/**
 * What is kept of a {@link Secret}.
 *
 * @param hex its SHA-256, 64 hexadecimal digits in small letters
 */
public record SecretHash(String hex) {}
