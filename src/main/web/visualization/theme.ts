import { COLORS, type DisplayOptions, type Palette } from "./display-options.ts";

/** The page's design tokens in the form that a canvas needs. */
export interface Theme {
  readonly font: string;
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  readonly outline: string;
  readonly surface: string;
  /** Of the patterns over filled shapes. */
  readonly pattern: string;
  /** Told apart by people with the usual kinds of colour blindness, each 3:1 against the surface. */
  readonly palettes: Readonly<Record<Palette, readonly string[]>>;
}

const COLORS_OF_ONE_KIND = 6;

export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const tokens = (kind: string, count: number) =>
    Array.from({ length: count }, (_, index) => token(`${kind}-${index + 1}`));
  return {
    font: style.fontFamily,
    text: token("text"),
    muted: token("muted"),
    border: token("border"),
    outline: token("outline"),
    surface: token("surface"),
    pattern: token("pattern"),
    palettes: {
      all: tokens("chart", COLORS),
      cool: tokens("cool", COLORS_OF_ONE_KIND),
      warm: tokens("warm", COLORS_OF_ONE_KIND),
    },
  };
}

/** The colour of the n-th series or slice: the one chosen for its name, else that of its turn. */
export function colorOf(theme: Theme, options: DisplayOptions, name: string, index: number) {
  const { colors = {}, palette = "all" } = options;
  const chosen = Object.hasOwn(colors, name) ? colors[name] : undefined;
  if (chosen !== undefined) return theme.palettes.all[chosen - 1] ?? theme.text;
  const all = theme.palettes[palette];
  return all[index % all.length] ?? theme.text;
}
