import { texts } from "../texts.ts";

const RELOADED = "streamdata.reloaded";
/** A page that was loaded anew and still misses something is not loaded anew again at once. */
const AGAIN_AFTER = 60_000;

/**
 * Loads a script that is not needed from the start. A page of an earlier build may ask for one that the server
 * no longer has: then the page is loaded anew, and this never returns. Throws an Error with words for people.
 */
export async function loadPart<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (cause) {
    if (await isOfEarlierBuild() && mayReload()) {
      location.reload();
      return await new Promise<never>(() => {});
    }
    throw new Error(texts.ui.aPartOfThisPageDidNotLoad, { cause });
  }
}

/** Whether the server, asked for this page, answers with other scripts; not if it cannot be asked. */
async function isOfEarlierBuild(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>("script[type=module]");
  const [name] = /[\w.]+\?v=\w+$/.exec(script?.src ?? "") ?? [];
  const answer = await fetch(location.href, { cache: "no-cache" }).catch(() => null);
  if (name === undefined || !answer?.ok) return false;
  return !(await answer.text().catch(() => name)).includes(name);
}

function mayReload(): boolean {
  try {
    const before = Number(sessionStorage.getItem(RELOADED) ?? 0);
    sessionStorage.setItem(RELOADED, `${Date.now()}`);
    return Date.now() - before > AGAIN_AFTER;
  } catch {
    // Where nothing can be remembered, nothing would end a circle.
    return false;
  }
}
