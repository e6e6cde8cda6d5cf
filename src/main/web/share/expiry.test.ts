import { equal } from "../testing.ts";
import { expiryOf, fieldOfExpiry } from "./expiry.ts";

Deno.test("what a field says comes back to it", () => {
  const field = "2027-03-01T08:30";

  equal(fieldOfExpiry(expiryOf(field) ?? ""), field);
});

Deno.test("an empty field is no time", () => {
  equal(expiryOf(""), null);
});
