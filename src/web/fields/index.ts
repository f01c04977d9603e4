export { sizesByField as sizes } from "../../view/dots.ts";
export { fieldCharts } from "./charts.ts";
export { filterText } from "./filter-text.ts";
export { legend, paints } from "./legend.ts";
