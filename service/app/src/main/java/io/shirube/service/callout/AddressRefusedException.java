package io.shirube.service.callout;

import java.net.UnknownHostException;

/** A host has no address that requests may go to. */
final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String host) {
        super(host);
    }
}
