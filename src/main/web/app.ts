import "./style.css";
import { loadPart } from "./ui/part.ts";

/** What a page may consist of, by the name of its element. */
const PAGES = [
  ["share-page", () => import("./share/share-page.ts")],
  ["web-application", () => import("./ui/web-application.ts")],
] as const;

for (const [name, load] of PAGES) {
  const page = document.querySelector(name);
  if (page === null) continue;
  loadPart<unknown>(load).catch((failure: Error) => {
    page.setAttribute("role", "alert");
    page.className = "message";
    page.textContent = failure.message;
  });
}
