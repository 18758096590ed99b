package io.shirube.service.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a service said that it keeps of accounts whose numbers of employees only grow, each written by one caller. Safe for use
 * by many threads.
 */
public final class Acknowledged {

    private final Map<String, Integer> tried = new ConcurrentHashMap<>();
    private final Map<String, Integer> kept = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> versions = new ConcurrentHashMap<>();

    /** Returns the next number to write for an account. */
    public int next(String id) {
        return tried.merge(id, 1, Integer::sum);
    }

    /** Notes that a number is kept, under a version. */
    public void kept(String id, int number, long version) {
        kept.put(id, number);
        versions.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet()).add(version);
    }

    /** Returns the accounts of which something is kept. */
    public Set<String> accounts() {
        return kept.keySet();
    }

    /** Returns how many writes were acknowledged. */
    public int count() {
        return versions.values().stream().mapToInt(Set::size).sum();
    }

    /** Returns the versions that were acknowledged for an account. */
    public Set<Long> versions(String id) {
        return versions.getOrDefault(id, Set.of());
    }

    /** Returns whether a number may be what stands: acknowledged last, or written since without an answer. */
    public boolean mayStand(String id, int number) {
        return number >= kept.getOrDefault(id, 0) && number <= tried.getOrDefault(id, 0);
    }
}
