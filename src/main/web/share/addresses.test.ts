import { equal } from "../testing.ts";
import { withAddresses, wrongOf } from "./addresses.ts";

Deno.test("typed and pasted addresses join those before, each once", () => {
  equal(withAddresses(["ada@email.com"], "bob@email.com; ADA@email.com,\n eve@email.com "), [
    "ada@email.com",
    "bob@email.com",
    "eve@email.com",
  ]);
  equal(withAddresses([], "  "), []);
});

Deno.test("what cannot be an address is told", () => {
  equal(wrongOf(["ada@email.com", "bob", "@x", "eve@"]), ["bob", "@x", "eve@"]);
});
