import { Problem, send, useCsrfToken } from "../ui/http.ts";
import type { Role } from "./role.ts";

export interface User {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
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

/** Ends all other sessions of this user. */
export async function changePassword(current_password: string, password: string): Promise<void> {
  await send("session", { method: "PATCH", body: { current_password, password } });
}

function begin({ user, csrf_token }: Session): User {
  useCsrfToken(csrf_token);
  return user;
}
