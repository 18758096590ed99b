package io.shirube.service.rulesets;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import io.shirube.service.rulesets.RulesStatus.Active;
import io.shirube.service.rulesets.RulesStatus.Broken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every new state of the rule folder into active rules, or keeps the last good ones and says why. Only one thread
 * offers; any may ask for the status.
 */
final class RulesKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(RulesKeeper.class);

    private final ActiveRules active;
    private final RulesLoader loader;
    private final Clock clock;
    private final AtomicReference<RulesStatus> status;
    private @Nullable String lastOffered;

    RulesKeeper(Path folder, ActiveRules active, RulesLoader loader, Clock clock) {
        this.active = active;
        this.loader = loader;
        this.clock = clock;
        this.status = new AtomicReference<>(new RulesStatus(RulesState.LOADING, folder, null, null));
    }

    RulesStatus status() {
        RulesStatus now = status.get();
        if (now == null) {
            throw new IllegalStateException("the status is never null");
        }
        return now;
    }

    /** Takes the folder's files; the same files again change nothing. */
    void offer(RuleBundle bundle) {
        String revision = bundle.revision();
        if (revision.equals(lastOffered)) {
            return;
        }
        lastOffered = revision;
        Active now = status().active();
        if (now != null && now.revision().equals(revision)) {
            LOG.info("The rule folder is back at the active rules {}.", revision);
            set(RulesState.OK, now, null);
            return;
        }
        Loaded loaded = load(bundle);
        if (loaded.rules() == null) {
            refuse(revision, loaded.findings());
        } else {
            active.activate(loaded.rules());
            set(RulesState.OK, new Active(revision, clock.instant(), loaded.findings()), null);
            LOG.info("Rules {} are active.", revision);
        }
    }

    /** Says that the folder cannot be read. */
    void offerUnreadable(Text reason) {
        String marker = "unreadable " + reason.en();
        if (marker.equals(lastOffered)) {
            return;
        }
        lastOffered = marker;
        refuse(
                null,
                List.of(finding(
                        "folder-unreadable",
                        "ルールのフォルダーを読めません: " + reason.ja() + "。",
                        "フォルダーの場所と権限を確認してください。",
                        "The rule folder cannot be read: " + reason.en() + ".",
                        "Check where the folder is and who may read it.")));
    }

    @SuppressWarnings("CatchThrowable") // because a compiler may throw anything, and the last good rules must stay
    private Loaded load(RuleBundle bundle) {
        try {
            return loader.load(bundle);
        } catch (Throwable fault) {
            LOG.error("Rules {} could not be loaded.", bundle.revision(), fault);
            return new Loaded(
                    null,
                    List.of(finding(
                            "internal",
                            "ルールの読み込み中に予期しないエラーが起きました。",
                            "ログを添えて開発元に報告してください。",
                            "Something unexpected went wrong while the rules were loaded.",
                            "Report it together with the log.")));
        }
    }

    /** Rehearses an edit; returns whether there is more to rehearse. */
    boolean rehearse() {
        try {
            return loader.rehearse();
        } catch (RuntimeException fault) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("The rules could not be loaded once more for practice.", fault);
            }
            return false;
        }
    }

    private Finding finding(String code, String whatJa, String tryJa, String whatEn, String tryEn) {
        Position folder = Position.inText(String.valueOf(status().folder().getFileName()), 1, 1);
        return new Finding(Severity.ERROR, code, folder, whatJa, tryJa, whatEn, tryEn);
    }

    private void refuse(@Nullable String revision, List<Finding> findings) {
        Active now = status().active();
        Broken broken = new Broken(revision, clock.instant(), findings);
        set(now == null ? RulesState.NO_RULES : RulesState.KEEPING_LAST_GOOD, now, broken);
        LOG.warn("{}", BrokenEditText.of(status()));
    }

    private void set(RulesState state, @Nullable Active now, @Nullable Broken broken) {
        status.set(new RulesStatus(state, status().folder(), now, broken));
    }
}
