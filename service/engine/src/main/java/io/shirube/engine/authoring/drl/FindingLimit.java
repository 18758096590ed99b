package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.rules.Finding;

/** Lets a bounded number of findings through, then says once that there are more. */
final class FindingLimit implements FindingSink {

    private final FindingSink target;
    private final int most;
    private int count;

    FindingLimit(FindingSink target, int most) {
        this.target = target;
        this.most = most;
    }

    @Override
    public void add(Finding finding) {
        count++;
        if (count <= most) {
            target.add(finding);
        } else if (count == most + 1) {
            target.add(RuleMessage.TOO_MANY_FINDINGS.at(finding.at(), most));
        }
    }

    boolean isReached() {
        return count > most;
    }
}
