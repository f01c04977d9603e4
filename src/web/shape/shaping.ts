/** What shapes the map, as one part that is loaded when there is a map. */
export { historyButtons, startShaping } from "./bar.ts";
export { paperTools, topicTools } from "./topic-tools.ts";
