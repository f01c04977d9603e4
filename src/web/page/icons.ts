import { html, svg, type TemplateResult } from "lit-html";

/** The page's icons as 20 × 20 line drawings; they are decoration, the buttons carry the names. */
const paths = {
  search: svg`<circle cx="8.5" cy="8.5" r="5"/><path d="m12.5 12.5 4 4"/>`,
  undo: svg`<path d="M7 4 3.5 7.5 7 11M4 7.500h7.500a4.500 4.500 0 0 1 0 9H8"/>`,
  redo: svg`<path d="m13 4 3.5 3.500L13 11M16 7.500H8.500a4.500 4.500 0 0 0 0 9H12"/>`,
  shape: svg`<path d="M4 5.500h6M14 5.500h2M4 10h2M10 10h6M4 14.500h7M15 14.500h1"/><circle cx="12" cy="5.5" r="1.8"/><circle cx="8" cy="10" r="1.8"/><circle cx="13" cy="14.5" r="1.8"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  back: svg`<path d="m11.5 4.5-5.5 5.5 5.5 5.5"/>`,
  forward: svg`<path d="m8 4.5 5.5 5.5-5.5 5.5"/>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  minus: svg`<path d="M4 10h12"/>`,
  home: svg`<path d="M3.5 7.5v-4h4M16.5 7.5v-4h-4M3.5 12.5v4h4M16.5 12.5v4h-4"/>`,
  lasso: svg`<path d="M10 3.5c4 0 7 1.9 7 4.6s-3 4.7-7 4.7-7-2-7-4.7 3-4.6 7-4.6Z" stroke-dasharray="2.6 2.1"/><path d="M6.6 12.4c-1 .9-1 2.5.3 2.6 1.5-.1 1.2-2.3-.3-2.600M6.5 15c0 1-.5 1.8-1.5 2.3"/>`,
  sun: svg`<circle cx="10" cy="10" r="3.3"/><path d="M10 2.500v1.600M10 15.900v1.600M2.5 10h1.600M15.9 10h1.600M4.7 4.700l1.1 1.100M14.2 14.200l1.1 1.100M15.3 4.700l-1.1 1.100M5.8 14.200l-1.1 1.1"/>`,
  moon: svg`<path d="M16.2 11.800A6.6 6.6 0 0 1 8.2 3.800a6.6 6.6 0 1 0 8 8Z"/>`,
  help: svg`<circle cx="10" cy="10" r="7"/><path d="M7.9 8a2.1 2.1 0 1 1 3.1 1.900c-.7.4-1 .8-1 1.600M10 13.900v.1"/>`,
  link: svg`<path d="M8.3 11.700a3 3 0 0 0 4.3 0l2.7-2.700a3 3 0 0 0-4.3-4.300l-.9.900M11.7 8.300a3 3 0 0 0-4.3 0L4.7 11a3 3 0 0 0 4.3 4.300l.9-.9"/>`,
  open: svg`<path d="M3 15.500v-10A1.5 1.5 0 0 1 4.5 4h3l1.8 2h6.200A1.5 1.5 0 0 1 17 7.500v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Z"/>`,
  save: svg`<path d="M10 3v9M6.5 8.8 10 12.300l3.5-3.500M3.5 13.500v2a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-2"/>`,
  star: svg`<path d="m10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.900L10 14l-4.3 2.4.9-4.900L3 8.100l4.9-.6Z"/>`,
  note: svg`<path d="M4 4h12v8.500L12.5 16H4ZM12.5 16v-3.500H16M7 7.500h6M7 10.500h3"/>`,
  external: svg`<path d="M8 5H4.500v10.500H15V12M11.5 4H16v4.500M16 4l-6.5 6.5"/>`,
  present: svg`<path d="M3 4.500h14M4.500 4.500v8.500h11V4.500M10 13v2.500M7 17.500l3-2 3 2M8.500 7v3.500l3-1.750Z"/>`,
  more: svg`<path d="M5 10h.01M10 10h.01M15 10h.01" stroke-width="2.6"/>`,
  info: svg`<circle cx="10" cy="10" r="7"/><path d="M10 9.300v4.200M10 6.600v.1"/>`,
  check: svg`<path d="m4.5 10.5 3.5 3.5 7.5-8"/>`,
  steps: svg`<circle cx="10" cy="10" r="2"/><circle cx="4.5" cy="5" r="1.5"/><circle cx="15.5" cy="5" r="1.5"/><circle cx="10" cy="16.5" r="1.5"/><path d="M8.5 8.7 5.7 6.100M11.5 8.700l2.8-2.600M10 12v3"/>`,
};

export type IconName = keyof typeof paths;

/** One icon, hidden from screen readers. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${paths[name]}</svg>`;
}

/** The mark of the product: contour rings around a paper. */
export function logo(): TemplateResult {
  return html`<svg class="logo" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
    <path d="M16 2.500c8.2 0 13.5 5 13.5 12.500S24.5 29.5 16 29.5 2.5 24 2.5 16 7.8 2.5 16 2.500Z"/>
    <path d="M17 8.500c5 0 8 3 8 7.300s-3.2 8.7-8.5 8.7-8.5-3.6-8.5-8.3 3.8-7.7 9-7.700Z"/>
    <circle cx="17" cy="16" r="3.2"/></svg>`;
}
