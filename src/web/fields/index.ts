import style from "../styles/fields.css?inline";

export { namesByField as names, sizeValuesOf as sizes } from "../../view/dots.ts";
export { fieldCharts } from "./charts.ts";
export { filterText } from "./filter-text.ts";
export { legend, paints } from "./legend.ts";

/** Adds the style of legends and charts to the page. Called once: modules may do nothing by being loaded. */
export function addStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
