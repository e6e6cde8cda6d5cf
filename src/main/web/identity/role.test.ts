import { equal } from "../testing.ts";
import { mayChange, rolesUpTo } from "./role.ts";

Deno.test("nobody gives more than they may themselves", () => {
  const given = (most: "viewer" | "admin") => rolesUpTo(most).map(([role]) => role);

  equal(given("viewer"), ["viewer"]);
  equal(given("admin"), ["viewer", "editor", "admin"]);
});

Deno.test("viewers change nothing, editors their own, admins everything", () => {
  const may = (role: "viewer" | "editor" | "admin", owner: string) =>
    mayChange({ email: "ada@email.com", role }, owner);

  equal(may("viewer", "ada@email.com"), false);
  equal(may("editor", "ada@email.com"), true);
  equal(may("editor", "grace@email.com"), false);
  equal(may("admin", "grace@email.com"), true);
});
