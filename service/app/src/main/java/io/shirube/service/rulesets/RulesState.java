package io.shirube.service.rulesets;

/** How the rule folder and the active rules stand to each other. */
public enum RulesState {
    /** The first rules are being read, compiled, refereed and warmed. */
    LOADING,
    /** The folder's rules are active. */
    OK,
    /** The folder's rules are broken; those before them are active. */
    KEEPING_LAST_GOOD,
    /** The folder's rules are broken and there were none before them. */
    NO_RULES
}
