package io.shirube.service.errors;

import io.shirube.engine.model.Text;
import java.util.Locale;

/** The errors a caller can meet. Names are stable: callers see them as {@code code}. */
public enum ErrorCode {
    BAD_REQUEST(400, "リクエストが正しくありません", "Bad request", "HTTP リクエストとして読めません。", "This cannot be read as an HTTP request."),
    EMPTY_BODY(
            400,
            "本文が空です",
            "Empty body",
            "本文が空です。{\"account\":{\"id\":\"A-1\"}} のような JSON を送ってください。",
            "The body is empty. Send JSON such as {\"account\":{\"id\":\"A-1\"}}."),
    MALFORMED_JSON(400, "JSON として読めません", "Malformed JSON", "JSON として読めません。", "The body is not valid JSON."),
    INVALID_PARAMETER(
            400,
            "パラメーターが正しくありません",
            "Invalid parameter",
            "パラメーターの値が正しくありません。",
            "A parameter has a value it cannot have."),
    NO_KEY(
            401,
            "API キーが必要です",
            "API key required",
            "API キーがありません。ヘッダー Authorization: Bearer shk_… を付けてください。キーは管理者が発行します。",
            "There is no API key. Send the header Authorization: Bearer shk_…; an administrator makes keys."),
    UNKNOWN_KEY(
            401,
            "API キーが正しくありません",
            "Unknown API key",
            "この API キーは登録されていません。Authorization: Bearer の後に shk_ で始まるキー全体を指定してください。",
            "Nobody knows this API key. After Authorization: Bearer comes the whole key, which begins with shk_."),
    KEY_EXPIRED(
            401,
            "API キーの期限が切れています",
            "API key expired",
            "この API キーは有効期限を過ぎています。管理者に新しいキーを発行してもらってください。",
            "This API key has expired. Ask an administrator for a new one."),
    KEY_REPLACED(
            401,
            "API キーは新しいものに替わっています",
            "API key replaced",
            "この API キーは更新済みで、併用期間も終わりました。更新後のキーを使ってください。",
            "This API key was rotated and the time for both is over. Use the one that took its place."),
    KEY_REVOKED(
            401,
            "API キーは失効しています",
            "API key revoked",
            "この API キーは失効しています。必要なら管理者に新しいキーを発行してもらってください。",
            "This API key was revoked. Ask an administrator if you need a new one."),
    FORBIDDEN(403, "この操作は許可されていません", "Forbidden", "このキーの役割では使えません。", "This key's role may not do this."),
    NOT_FOUND(
            404,
            "見つかりません",
            "Not found",
            "このパスには何もありません。使えるパスは /openapi.json で確認できます。",
            "There is nothing at this path. /openapi.json lists the paths there are."),
    NO_ACCOUNT(
            404,
            "この顧客は登録されていません",
            "No such account",
            "この id の顧客は登録されていません。PUT /api/v1/accounts/{id} で登録できます。",
            "No account is kept under this id. PUT /api/v1/accounts/{id} keeps one."),
    NO_ACTION(
            404,
            "このアクションはありません",
            "No such action",
            "この id のアクションはありません。GET /api/v1/actions で確認してください。",
            "There is no action with this id; GET /api/v1/actions lists them."),
    NO_SUCH_KEY(
            404,
            "この API キーはありません",
            "No such API key",
            "この id の API キーはありません。GET /api/v1/keys で一覧を確認できます。",
            "There is no API key with this id. GET /api/v1/keys lists them."),
    NO_ARRANGEMENT(
            404,
            "固定または臨時支援は設定されていません",
            "No such pin or uplift",
            "この顧客に、指定された固定（pin）または臨時支援（uplift）は設定されていません。顧客の id を確認してください。"
                    + "顧客データの中で送られたものは、PUT /api/v1/accounts/{id} で外せます。",
            "The account has no such pin or uplift, or there is no such account. Check the id; one that was sent with the account's own"
                    + " data is taken away by PUT /api/v1/accounts/{id}."),
    NO_WEBHOOK(
            404,
            "この通知先はありません",
            "No such webhook",
            "この id の通知先はありません。GET /api/v1/webhooks で一覧を確認できます。",
            "There is no webhook with this id. GET /api/v1/webhooks lists them."),
    NO_DELIVERY(
            404,
            "この通知はありません",
            "No such delivery",
            "この番号の通知はありません。GET /api/v1/webhooks/{id}/deliveries で確認してください。",
            "There is no delivery with this number; GET /api/v1/webhooks/{id}/deliveries lists them."),
    METHOD_NOT_ALLOWED(
            405,
            "このメソッドは使えません",
            "Method not allowed",
            "このパスではこのメソッドを使えません。使えるメソッドは Allow ヘッダーにあります。",
            "This path does not take this method; the Allow header names those it takes."),
    NOT_ACCEPTABLE(
            406,
            "求められた形式では返せません",
            "Not acceptable",
            "Accept の形式では返せません。application/json、または batch では application/x-ndjson を指定してください。",
            "This cannot be answered in the format Accept asks for. Ask for application/json, or for batches application/x-ndjson."),
    REQUEST_TIMEOUT(
            408,
            "リクエストが遅すぎます",
            "Request timeout",
            "本文の送信が遅すぎるため、受信を打ち切りました。",
            "The body came too slowly and is no longer waited for."),
    ACTION_OVER(409, "このアクションは終わっています", "The action is over", "このアクションはすでに終わっています。", "This action is over already."),
    KEY_ENDED(
            409,
            "API キーはもう使えません",
            "API key ended",
            "失効したキーや期限の切れたキーは更新できません。POST /api/v1/keys で新しいキーを作ってください。",
            "A key that was revoked or has expired cannot be rotated. Make a new one by POST /api/v1/keys."),
    TOO_MANY_WEBHOOKS(
            409,
            "通知先が多すぎます",
            "Too many webhooks",
            "通知先は 50 件までです。使わないものを DELETE /api/v1/webhooks/{id} で削除してください。",
            "There may be 50 webhooks at most. Remove one that is not used by DELETE /api/v1/webhooks/{id}."),
    DELIVERY_WAITING(
            409,
            "この通知は送信待ちです",
            "The delivery waits",
            "この通知はまだ送信待ちです。届いた通知か、送信をあきらめた通知だけを再送できます。",
            "This delivery still waits to be sent. Only one that was delivered or failed for good can be sent again."),
    REQUEST_IN_PROGRESS(
            409,
            "同じリクエストを処理しています",
            "Request in progress",
            "同じ Idempotency-Key のリクエストを処理しています。Retry-After の秒数だけ待ってから、そのまま再送してください。",
            "A request with this Idempotency-Key is still being carried out. Wait for as many seconds as Retry-After says, then send"
                    + " it again as it is."),
    ANSWER_NOT_KEPT(
            409,
            "このリクエストは処理済みです",
            "Carried out already",
            "この Idempotency-Key のリクエストはすでに処理しました。ただし、シークレットを含む応答、1 MiB を超える応答、"
                    + "その後に消去した顧客の応答は残していません。結果は GET で確認してください。"
                    + "新しいシークレットは、API キーなら POST /api/v1/keys/{id}/rotation、通知先なら POST /api/v1/webhooks/{id}/secrets で"
                    + "作れます。",
            "The request with this Idempotency-Key was carried out before. Answers that show a secret, that are larger than 1 MiB, or"
                    + " that tell of an account erased since are not kept: read what it changed. A key gets a new secret by POST"
                    + " /api/v1/keys/{id}/rotation, a webhook by POST /api/v1/webhooks/{id}/secrets."),
    CURSOR_GONE(
            410,
            "この位置からはもう読めません",
            "Cursor gone",
            "この位置から先の変更はもう読めません（データベースが復元されたか、変更の保存期間を過ぎています）。GET /api/v1/changes?after=now で今の位置を取得し、"
                    + "顧客とアクションを読み直してから、その位置の続きを読んでください。",
            "What followed this cursor cannot be read any more: the database was restored, or the changes are older than they"
                    + " are kept. Ask GET /api/v1/changes?after=now for the place of now, read accounts and actions again,"
                    + " then go on from that place."),
    VERSION_CHANGED(
            412,
            "ほかの変更が先に入っています",
            "Version changed",
            "If-Match の版は最新ではありません。取得し直してから送ってください。",
            "If-Match does not name the account's version. Read the account again, then send."),
    TOO_LARGE(413, "本文が大きすぎます", "Content too large", "本文が大きすぎます。", "The body is too large."),
    URI_TOO_LONG(414, "URI が長すぎます", "URI too long", "URI が長すぎます。", "The URI is too long."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "この形式の本文は読めません",
            "Unsupported media type",
            "この Content-Type は読めません。application/json、または batch では application/x-ndjson で送ってください。",
            "This Content-Type cannot be read. Send application/json, or for batches application/x-ndjson."),
    UNSUPPORTED_ENCODING(
            415,
            "圧縮された本文は読めません",
            "Unsupported content encoding",
            "圧縮された本文は受け付けません。Content-Encoding を付けずに送ってください。",
            "Compressed bodies are not taken. Send the body without Content-Encoding."),
    INVALID_ACCOUNT(
            422,
            "判定できない値があります",
            "Account cannot be decided",
            "判定できない値があります。",
            "The account has values that cannot be decided on."),
    INVALID_EVENT(
            422,
            "イベントが正しくありません",
            "Invalid event",
            "イベントの指定に誤りがあります。内容は errors を確認してください。",
            "The event has mistakes; errors lists them."),
    INVALID_ARRANGEMENT(
            422,
            "固定または臨時支援の指定に誤りがあります",
            "Invalid pin or uplift",
            "固定または臨時支援の指定に誤りがあります。内容は errors を確認してください。",
            "The request for a pin or uplift has mistakes; errors lists them."),
    INVALID_KEY_REQUEST(
            422,
            "API キーの指定に誤りがあります",
            "Invalid request for an API key",
            "API キーの指定に誤りがあります。内容は errors を確認してください。",
            "The request for an API key has mistakes; errors lists them."),
    INVALID_WHAT_IF(
            422,
            "問いの指定に誤りがあります",
            "Invalid question",
            "問いの指定に誤りがあります。内容は errors を確認してください。",
            "The question has mistakes; errors lists them."),
    INVALID_WEBHOOK(
            422,
            "通知先の指定に誤りがあります",
            "Invalid webhook",
            "通知先の指定に誤りがあります。内容は errors を確認してください。",
            "The request for a webhook has mistakes; errors lists them."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency-Key が別のリクエストで使われています",
            "Idempotency-Key of another request",
            "この Idempotency-Key は、24時間以内に別の内容のリクエストで使われています。" + "再送ならパス・If-Match・本文を最初と同じにし、別の書き込みなら新しいキーを付けてください。",
            "This Idempotency-Key came with another request within the last 24 hours. To send that one again, keep its path, If-Match"
                    + " and body; for another write, take a new key."),
    TOO_MANY_REQUESTS(
            429,
            "リクエストが多すぎます",
            "Too many requests",
            "リクエストが多すぎます。Retry-After の秒数だけ待ってから再送してください。",
            "Too many requests. Wait for as many seconds as Retry-After says, then try again."),
    HEADERS_TOO_LARGE(431, "ヘッダーが大きすぎます", "Headers too large", "ヘッダーが大きすぎます。", "The request's headers are too large."),
    INTERNAL(
            500,
            "内部エラー",
            "Internal error",
            "予期しないエラーが起きました。管理者に instance の値を伝えてください。",
            "Something unexpected went wrong. Tell the operator the value of instance."),
    NO_RULES(
            503,
            "使えるルールがまだありません",
            "No rules yet",
            "使えるルールがまだありません。理由は /api/v1/rulesets/active で確認できます。",
            "There are no usable rules yet; /api/v1/rulesets/active says why."),
    UNAVAILABLE(
            503,
            "今は受け付けられません",
            "Unavailable",
            "今は受け付けられません。少し待って再送してください。",
            "Not available now. Try again a little later.");

    private final int status;
    private final String titleJa;
    private final String titleEn;
    private final String detailJa;
    private final String detailEn;

    ErrorCode(int status, String titleJa, String titleEn, String detailJa, String detailEn) {
        this.status = status;
        this.titleJa = titleJa;
        this.titleEn = titleEn;
        this.detailJa = detailJa;
        this.detailEn = detailEn;
    }

    public int status() {
        return status;
    }

    public Text title() {
        return new Text(titleJa, titleEn);
    }

    /** Returns what to say when nothing more exact is known. */
    public Text detail() {
        return new Text(detailJa, detailEn);
    }

    /** Returns a URI that names the kind of error. */
    public String type() {
        return "urn:shirube:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the code for a status that a framework chose. */
    public static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
