package io.shirube.engine.model;

/** The fact types a pattern may name. Singletons share the account's slots; collections have many items an account. */
public enum FactType {
    ACCOUNT("Account", true),
    CONTRACT("Contract", true),
    SIGNALS("Signals", true),
    STAGE("Stage", true),
    RENEWAL("Renewal", true),
    SEGMENT("Segment", true),
    HEALTH("Health", true),
    SUCCESS("Success", true),
    /** Values that rules conclude with {@code set(name, value)}, declared in conclusions.yml. */
    VALUES("Values", true),
    TICKET("Ticket", false),
    CONTACT("Contact", false),
    /** An action already open for the account, as the caller reports it. */
    ACTION("Action", false),
    OUTCOME("Outcome", false);

    private final String ruleName;
    private final boolean singleton;

    FactType(String ruleName, boolean singleton) {
        this.ruleName = ruleName;
        this.singleton = singleton;
    }

    /** Returns the name as rules write it, such as {@code Ticket}. */
    public String ruleName() {
        return ruleName;
    }

    /** Returns whether an account has exactly one such fact. */
    public boolean isSingleton() {
        return singleton;
    }
}
