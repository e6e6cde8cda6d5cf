package com.streamdata.outbound;

import java.net.UnknownHostException;

/**
 * The server may not connect there. An {@link UnknownHostException} because that is what resolvers
 * of other libraries may throw: catch this one first.
 */
public final class RefusedAddress extends UnknownHostException {
  RefusedAddress(String message) {
    super(message);
  }
}
