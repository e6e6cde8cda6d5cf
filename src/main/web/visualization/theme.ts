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
  readonly colors: readonly string[];
}

const COLORS = 8;

export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    font: style.fontFamily,
    text: token("text"),
    muted: token("muted"),
    border: token("border"),
    outline: token("outline"),
    surface: token("surface"),
    pattern: token("pattern"),
    colors: Array.from({ length: COLORS }, (_, index) => token(`chart-${index + 1}`)),
  };
}

export function colorOf(theme: Theme, index: number): string {
  return theme.colors[index % theme.colors.length] ?? theme.text;
}
