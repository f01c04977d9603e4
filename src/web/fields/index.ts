import style from "../styles/fields.css?inline";

export { sizesByField as sizes } from "../../view/dots.ts";
export { fieldCharts } from "./charts.ts";
export { filterText } from "./filter-text.ts";
export { legend, paints } from "./legend.ts";

// Comes with what it is for.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
