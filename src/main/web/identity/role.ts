import { texts } from "../texts.ts";

export type Role = "viewer" | "editor" | "admin";

const ROLES: readonly (readonly [role: Role, text: string])[] = [
  ["viewer", texts.identity.viewerSeesEveryDashboard],
  ["editor", texts.identity.editorAndMakesTheirOwn],
  ["admin", texts.identity.adminMayDoEverything],
];

/** What somebody with this role may give to others, and what each allows. */
export function rolesUpTo(most: Role): readonly (readonly [role: Role, text: string])[] {
  return ROLES.slice(0, ROLES.findIndex(([role]) => role === most) + 1);
}

/** Whether somebody may change what belongs to `owner`, an e-mail address; the server decides the same. */
export function mayChange(
  { email, role }: { readonly email: string; readonly role: Role },
  owner: string,
): boolean {
  return role === "admin" || (role === "editor" && email === owner);
}
