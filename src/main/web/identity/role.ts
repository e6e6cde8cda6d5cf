export type Role = "viewer" | "editor" | "admin";

const ROLES: readonly (readonly [role: Role, text: string])[] = [
  ["viewer", "Viewer: sees every dashboard"],
  ["editor", "Editor: and makes their own"],
  ["admin", "Admin: may do everything"],
];

/** What somebody with this role may give to others, and what each allows. */
export function rolesUpTo(most: Role): readonly (readonly [role: Role, text: string])[] {
  return ROLES.slice(0, ROLES.findIndex(([role]) => role === most) + 1);
}
