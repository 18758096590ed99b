package io.shirube.io.simulate.page;

/**
 * What was held against what, in the words of who asked.
 *
 * @param baseline such as the folder of today's rules
 * @param candidate such as the folder of other rules, or the values that were set
 * @param portfolio such as the name of its file
 */
public record Subject(String baseline, String candidate, String portfolio) {}
