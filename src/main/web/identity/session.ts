import { Problem, send, useCsrfToken } from "../ui/http.ts";

export interface User {
  readonly email: string;
  readonly name: string;
}

interface Session {
  readonly user: User;
  readonly csrf_token: string;
}

/** The signed-in user; null if nobody is. */
export async function currentUser(): Promise<User | null> {
  try {
    return begin(await send<Session>("session"));
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) return null;
    throw failure;
  }
}

export async function signIn(email: string, password: string): Promise<User> {
  return begin(await send<Session>("session", { method: "POST", body: { email, password } }));
}

export async function signOut(): Promise<void> {
  await send("session", { method: "DELETE" });
  useCsrfToken(null);
}

function begin({ user, csrf_token }: Session): User {
  useCsrfToken(csrf_token);
  return user;
}
