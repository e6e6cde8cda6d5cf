import { COLORS, type DisplayOptions, type Palette } from "./display-options.ts";
import { shared, type Turns } from "./turns.ts";

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

/** The colours of the series or slices of a chart: those chosen for their names, else those of their turns. */
export function colorsOf(
  theme: Theme,
  { colors = {}, palette = "all" }: DisplayOptions,
  names: readonly string[],
  turns: Turns,
): string[] {
  const chosen = names.map((name) => Object.hasOwn(colors, name) ? colors[name] ?? 0 : 0);
  const others = names.map((name, place) => chosen[place] === 0 ? name : null);
  const all = theme.palettes[palette];
  const taken = palette === "all" ? chosen.filter((color) => color > 0) : [];
  const theirs = shared(others, turns, all.length, new Set(taken.map((color) => color - 1)));
  return chosen.map((color, place) => {
    const of = color > 0 ? theme.palettes.all[color - 1] : all[theirs[place] ?? 0];
    return of ?? theme.text;
  });
}
