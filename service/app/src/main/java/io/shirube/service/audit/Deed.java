package io.shirube.service.audit;

import io.shirube.engine.model.Text;

/** What can be written. Names are stable: callers see them. */
public enum Deed {
    ACCOUNT_KEPT("顧客を保存", "Account kept"),
    SIGNALS_ADDED("シグナルの測定値を追加", "Readings of signals added"),
    ACCOUNT_ERASED("顧客を消去", "Account erased"),
    PIN_SET("手動固定を設定", "Pin set"),
    PIN_REMOVED("手動固定を解除", "Pin removed"),
    UPLIFT_SET("臨時支援を設定", "Uplift set"),
    UPLIFT_REMOVED("臨時支援を終了", "Uplift removed"),
    ACTION_ACCEPTED("アクションに着手", "Action accepted"),
    ACTION_DONE("アクションを完了", "Action done"),
    ACTION_DISMISSED("アクションを対応不要に", "Action dismissed"),
    ACTION_SNOOZED("アクションを保留", "Action snoozed"),
    ACTION_ASSIGNED("アクションの担当者を変更", "Action assigned"),
    KEY_CREATED("API キーを作成", "API key created"),
    KEY_ROTATED("API キーを更新", "API key rotated"),
    KEY_REVOKED("API キーを失効", "API key revoked"),
    WEBHOOK_ADDED("通知先を追加", "Webhook added"),
    WEBHOOK_CHANGED("通知先を変更", "Webhook changed"),
    WEBHOOK_ROTATED("通知先のシークレットを更新", "Webhook's secret rotated"),
    WEBHOOK_REMOVED("通知先を削除", "Webhook removed"),
    DELIVERIES_REPLAYED("通知を再送", "Deliveries sent again");

    private final String ja;
    private final String en;

    Deed(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    /** Returns how people call it. */
    public Text label() {
        return new Text(ja, en);
    }
}
