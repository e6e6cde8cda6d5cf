import { parseExactly } from "./exact-json.ts";
import { texts } from "../texts.ts";

/** What is wrong with one part of what was sent. */
export interface Wrong {
  /** Member of the body, such as `headers.Accept`; none if it is about a line. */
  readonly field?: string;
  readonly message: string;
}

/** Why a request did not succeed: the server's problem document, or that no answer came. */
export class Problem extends Error {
  /**
   * @param status HTTP status; 0 if the server could not be reached
   * @param code stable name such as `share.locked`; empty if there was none
   * @param retryAfter seconds to wait before trying again; null if the server did not say
   * @param errors everything that is wrong with what was sent, where that is known
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfter: number | null = null,
    readonly errors: readonly Wrong[] = [],
  ) {
    super(message);
  }
}

export interface Request {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Whether it is sent even if the page is left meanwhile. */
  readonly keepalive?: boolean;
  /** The version that a change was made of: another one in between refuses it. */
  readonly ofVersion?: number | undefined;
  /** Is told how much of the body has gone out, between 0 and 1. */
  readonly sent?: (share: number) => void;
}

/** Tells the window that the server no longer knows who is signed in. */
export class SessionEnded extends Event {
  /** @param changing whether that was said to somebody who wanted to change something */
  constructor(readonly changing: boolean) {
    super("session-ended");
  }
}

/** Code of the answer to whoever is nobody to the server. */
const NOBODY = "access.unauthenticated";
const UNREACHABLE = texts.ui.theServerCannotBeReached;
const base = new URL(document.body.dataset["base"] ?? "./", location.href);
let csrfToken: string | null = null;
const tags = new WeakMap<object, string>();

/** Sent with every later request that changes something. */
export function useCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Absolute address of a path below the server's root, which may itself lie under a prefix. */
export function address(path: string): URL {
  return new URL(path, base);
}

/** Sends a request and returns its JSON, or undefined for an answer without a body; throws a Problem. */
export async function send<T>(path: string, request: Request = {}): Promise<T> {
  const { sent } = request;
  const answer = sent === undefined
    ? fetch(address(path), init(request))
    : transmit(address(path), init(request), sent);
  const response = await answer.catch((failure: unknown) => {
    if (request.signal?.aborted) throw failure;
    throw new Problem(0, "", UNREACHABLE);
  });
  const text = await response.text();
  if (!response.ok) throw sessionEnded(problemOf(response, text), request);
  const body = text === "" ? undefined : parseExactly(text);
  remember(body, response.headers.get("ETag"));
  return body as T;
}

/** Like `fetch`, which does not tell how much of a body has gone out. */
function transmit(
  url: URL,
  { method, headers, body }: Transmission,
  sent: (share: number) => void,
): Promise<Response> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => sent(loaded / Math.max(1, total));
    request.onerror = failed;
    request.onload = () => {
      const retryAfter = request.getResponseHeader("Retry-After");
      const kept = retryAfter === null ? [] : [["Retry-After", retryAfter]];
      done(
        new Response(request.responseText || null, {
          status: request.status,
          headers: Object.fromEntries(kept),
        }),
      );
    };
    request.send(body as XMLHttpRequestBodyInit | null);
  });
}

/** Says it to whoever had one in words that help them. */
function sessionEnded(problem: Problem, { method = "GET" }: Request): Problem {
  if (problem.code !== NOBODY || csrfToken === null) return problem;
  dispatchEvent(new SessionEnded(method !== "GET"));
  return new Problem(problem.status, problem.code, texts.ui.youAreSignedOut);
}

/** The letters that name the bytes of something that was received; null if the server gave none. */
export function tagOf(body: object): string | null {
  return tags.get(body) ?? null;
}

function remember(body: unknown, tag: string | null): void {
  const name = tag === null ? null : /^(?:W\/)?"([\w-]+)"$/.exec(tag)?.[1];
  if (typeof body === "object" && body !== null && name) tags.set(body, name);
}

/** What to tell a person about anything that was thrown. */
export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

interface Transmission extends RequestInit {
  readonly method: string;
  readonly headers: Headers;
}

function init(request: Request): Transmission {
  const { method = "GET", body, signal, ofVersion, keepalive = false } = request;
  const headers = new Headers({ Accept: "application/json" });
  if (ofVersion !== undefined) headers.set("If-Match", `"${ofVersion}"`);
  if (body !== undefined && !(body instanceof Blob)) {
    headers.set("Content-Type", "application/json");
  }
  if (method !== "GET" && csrfToken !== null) headers.set("X-CSRF-Token", csrfToken);
  return {
    method,
    headers,
    credentials: "same-origin",
    cache: "no-cache",
    keepalive,
    body: body === undefined || body instanceof Blob ? body ?? null : JSON.stringify(body),
    signal: signal ?? null,
  };
}

function problemOf(response: Response, text: string): Problem {
  const document = documentOf(text);
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  const message = document.detail || document.title || document.message ||
    texts.ui.theServerAnsweredStatus(response.status);
  const retryAfter = Number.isFinite(seconds) ? seconds : null;
  const { code = "", errors = [] } = document;
  return new Problem(response.status, code, message, retryAfter, errors);
}

interface Told {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  /** Instead of all these where the address is Grafana's. */
  readonly message?: string;
  readonly errors?: readonly Wrong[];
}

function documentOf(text: string): Told {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
