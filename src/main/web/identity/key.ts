import { send } from "../ui/http.ts";
import type { Role } from "./role.ts";

/** One thing that a limited key may do, such as `dashboards:read` in `dashboards:uid:x`. */
export interface Permission {
  readonly action: string;
  readonly scope: string;
}

/** A key without its text. Instants are ISO 8601. */
export interface Key {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly role: Role;
  readonly permissions?: readonly Permission[];
  readonly created: string;
  readonly expires?: string;
  readonly last_used?: string;
}

export interface NewKey {
  readonly name: string;
  readonly role?: Role;
  readonly permissions?: readonly Permission[];
  readonly expires?: string;
}

/** The only time that a key's text is known. */
export interface CreatedKey {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

/** The keys of one person; admins are told everybody's. */
export async function keysOf(email: string): Promise<Key[]> {
  const { keys } = await send<{ keys: Key[] }>("keys");
  return keys.filter(({ owner }) => owner === email);
}

export function makeKey(body: NewKey): Promise<CreatedKey> {
  return send<CreatedKey>("keys", { method: "POST", body });
}

export function revokeKey(id: string): Promise<void> {
  return send<void>(`keys/${id}`, { method: "DELETE" });
}
