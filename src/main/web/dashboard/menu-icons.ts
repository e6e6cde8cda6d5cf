import { svg, type SVGTemplateResult } from "lit";

/** Line drawings of 20 by 20, in the colour of the text beside them. */
function icon(lines: SVGTemplateResult) {
  return svg`
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >${lines}</svg>
  `;
}

export const menuIcons = {
  sources: icon(svg`
    <ellipse cx="10" cy="4.75" rx="6" ry="2.25" />
    <path
      d="M4 4.75v10.5c0 1.25 2.7 2.25 6 2.25s6-1 6-2.25V4.75M4 10c0 1.25 2.7 2.25 6 2.25s6-1 6-2.25"
    />
  `),
  filters: icon(svg`
    <path d="M3 4h14l-5.5 6.5V16l-3 1.5v-7z" />
  `),
  share: icon(svg`
    <circle cx="5" cy="10" r="2.25" />
    <circle cx="15" cy="4.75" r="2.25" />
    <circle cx="15" cy="15.25" r="2.25" />
    <path d="m7 9 6-3.2M7 11l6 3.2" />
  `),
  rename: icon(svg`
    <path d="m3.5 16.5.75-3.5 9-9 2.75 2.75-9 9zM11.25 6 14 8.75" />
  `),
  delete: icon(svg`
    <path d="M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.75 11h8.5l.75-11M8.5 8.5v5M11.5 8.5v5" />
  `),
  api: icon(svg`
    <path d="m6.5 6-4 4 4 4M13.5 6l4 4-4 4M11.5 4l-3 12" />
  `),
  menu: icon(svg`
    <path d="M3 5.5h14M3 10h14M3 14.5h14" />
  `),
  fold: icon(svg`
    <path d="m10 5-5 5 5 5M15.5 5l-5 5 5 5" />
  `),
  unfold: icon(svg`
    <path d="m10 5 5 5-5 5M4.5 5l5 5-5 5" />
  `),
} as const;
