/** The citation view, loaded when it is first wanted. */
export { openCitations } from "./open.ts";
export { citationPanel, paperFlow } from "./panel.ts";
export { pathButtons } from "./path.ts";
