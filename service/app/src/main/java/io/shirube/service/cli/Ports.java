package io.shirube.service.cli;

import java.util.Optional;

/** The ports a start may be given. */
final class Ports {

    static final Option PORT =
            Option.optional("--port", "N", "サービスのポート（既定: 設定の値）", "port of the service (default: the configured one)");
    static final Option ADMIN_PORT =
            Option.optional("--admin-port", "N", "管理用のポート（既定: 設定の値）", "admin port (default: the configured one)");

    private static final int MOST = 65_535;

    private Ports() {}

    static ServiceStarter.Wishes wishes(Arguments arguments, boolean requestLog) throws CouldNotRunException {
        return new ServiceStarter.Wishes(port(arguments, PORT), port(arguments, ADMIN_PORT), requestLog);
    }

    private static Optional<Integer> port(Arguments arguments, Option option) throws CouldNotRunException {
        return arguments.number(option, 0, MOST).map(Math::toIntExact);
    }
}
