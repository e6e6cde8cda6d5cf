import { send } from "../ui/http.ts";
import type { Role } from "./role.ts";

/** A user as admins see them. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
}

export interface PersonChange {
  readonly role?: Role;
  readonly disabled?: boolean;
  readonly password?: string;
}

export async function people(): Promise<readonly Person[]> {
  return (await send<{ users: Person[] }>("users")).users;
}

export function addPerson(body: object): Promise<Person> {
  return send<Person>("users", { method: "POST", body });
}

export function changePerson(id: string, body: PersonChange): Promise<Person> {
  return send<Person>(`users/${id}`, { method: "PATCH", body });
}
