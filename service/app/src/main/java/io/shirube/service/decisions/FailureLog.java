package io.shirube.service.decisions;

import io.shirube.io.BatchListener;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what failed inside a batch under the id its error line gives. */
final class FailureLog implements BatchListener {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    @Override
    public String failed(long line, RuntimeException failure) {
        String id = "urn:uuid:" + UUID.randomUUID();
        LOG.error("{} line {} of a batch", id, line, failure);
        return id;
    }
}
