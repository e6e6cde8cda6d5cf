import { equal } from "./testing.ts";

const ATTRIBUTES =
  /\s(?:aria-label|title|placeholder|alt|label|heading|lead|action|refusal|about|data-label)="([^"]*[A-Za-z][^"]*)"/g;
const BETWEEN_TAGS = />([^<>]*[A-Za-z][^<>]*)</g;
const SENTENCE = /(?<!=)"([A-Z][a-z]+ [^"]*[a-z][^"]*)"/g;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
/** What a field is called, said by its description. */
const OF_FIELDS = /\b(?:label|legend|hint): "([A-Z][^"]*)"/g;
/** What a client sends, not what a person reads. */
const OF_PROTOCOLS = /^(Authorization|Content-Type)/;

Deno.test("what people read is in one file", async () => {
  equal(await literals(new URL(".", import.meta.url)), []);
});

Deno.test("a literal in a template would be found", () => {
  const left = 'html`<h2 title="Old">${name}</h2><p>${shown ? html`<b>Gone</b>` : nothing}</p>`';

  equal(found(left), ["Gone", "Old"]);
  equal(found('const words = "Nobody is here.";'), ["Nobody is here."]);
  equal(found('{ name: "host", label: "Host" }'), ["Host"]);
  equal(found('html`<td class="number" title="${name}">${texts.ui.copy}</td>`'), []);
});

async function literals(folder: URL): Promise<string[]> {
  const all: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (name === "node_modules" || name === "dist") continue;
    if (isDirectory) all.push(...await literals(new URL(`${name}/`, folder)));
    else if (/(?<!\.test)\.ts$/.test(name) && name !== "texts.ts") {
      const source = await Deno.readTextFile(new URL(name, folder));
      all.push(...found(source).map((literal) => `${name}: ${literal}`));
    }
  }
  return all;
}

function found(source: string): string[] {
  const code = source.replaceAll(COMMENT, "");
  const inTemplates = templates(code).flatMap((
    template,
  ) => [...template.matchAll(ATTRIBUTES), ...template.matchAll(BETWEEN_TAGS)]);
  return [...inTemplates, ...code.matchAll(SENTENCE), ...code.matchAll(OF_FIELDS)]
    .map(([, literal = ""]) => literal.trim())
    .filter((literal) => !OF_PROTOCOLS.test(literal));
}

/** The templates of elements in a file, each without what is put into it. */
function templates(code: string): string[] {
  const all: string[] = [];
  const open: { html: boolean; text: string; depth: number }[] = [];
  for (let at = 0; at < code.length; at++) {
    const inner = open.at(-1);
    const inText = inner !== undefined && inner.depth === 0;
    if (code[at] === "\\") at++;
    else if (code[at] === "`" && inText) all.push(...(open.pop()?.html ? [inner.text] : []));
    else if (code[at] === "`") {
      open.push({ html: /(html|svg)$/.test(code.slice(0, at)), text: "", depth: 0 });
    } else if (inText && code.startsWith("${", at)) {
      inner.depth = 1;
      at++;
    } else if (inText) inner.text += code[at];
    else if (inner !== undefined) inner.depth += code[at] === "{" ? 1 : code[at] === "}" ? -1 : 0;
  }
  return all;
}
