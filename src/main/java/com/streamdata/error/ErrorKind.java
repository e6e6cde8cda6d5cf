package com.streamdata.error;

/** What sort of failure this is, without saying how any protocol expresses it. */
public enum ErrorKind {
  /** The request is wrong; the details name each wrong field or row. */
  INVALID,
  /** Nobody, or nobody we know, is asking. */
  UNAUTHENTICATED,
  /** The caller may see the thing but not do this to it. */
  FORBIDDEN,
  /** There is no such thing, or the caller may not know that there is. */
  NOT_FOUND,
  /** The address exists, the method on it does not. */
  METHOD_NOT_ALLOWED,
  /** None of the forms the caller accepts can be produced. */
  NOT_ACCEPTABLE,
  /** It clashes with what is there. */
  CONFLICT,
  /** The caller changes something it has not seen the newest state of. */
  STALE,
  /** The body is larger than is read. */
  TOO_LARGE,
  /** The body is of a type that is not read here. */
  UNSUPPORTED_TYPE,
  /** Understood, but contradicts an earlier request. */
  UNPROCESSABLE,
  /** Too much at once; try again later. */
  TOO_MANY,
  /** The client did not send its whole body in time. */
  TIMEOUT,
  /** Something this server asks for data failed. */
  UPSTREAM,
  /** The server cannot do it just now: it is stopping, or its disk is full. */
  UNAVAILABLE,
  /** Our fault. */
  INTERNAL
}
