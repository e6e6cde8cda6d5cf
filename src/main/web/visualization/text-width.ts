/** Of an average letter at the size of axis labels; good enough to see what fits. */
export const WIDTH_OF_LETTER = 6.4;

/** Letters that are far from the average, and how many pixels they take. */
const FAR: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u, 12],
  [/\p{Extended_Pictographic}/u, 14],
  [/[WM@%‰Ш-Щ]/u, 12],
  [/[mwшщ]/u, 10.5],
  [/\p{Lu}/u, 8.5],
];

/** About how many pixels of a line it takes; rather too many. */
export function widthOf(text: string): number {
  const widths = [...text].map((letter) =>
    FAR.find(([letters]) => letters.test(letter))?.[1] ?? WIDTH_OF_LETTER
  );
  return widths.reduce((sum, width) => sum + width, 0);
}
