package io.shirube.service.config;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Makes {@link EdgeServerFactory} what a {@code server} section without a type means. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = EdgeServerFactory.class)
public interface ServerFactoryMixIn {}
