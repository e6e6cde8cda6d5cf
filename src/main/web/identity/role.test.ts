import { equal } from "../testing.ts";
import { rolesUpTo } from "./role.ts";

Deno.test("nobody gives more than they may themselves", () => {
  const given = (most: "viewer" | "admin") => rolesUpTo(most).map(([role]) => role);

  equal(given("viewer"), ["viewer"]);
  equal(given("admin"), ["viewer", "editor", "admin"]);
});
