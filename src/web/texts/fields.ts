import { plural } from "../../view/numbers.ts";

/** The words of colours, legends and charts by fields, which come with them. */
export const fieldTexts = {
  legend: (name: string) => `Colours by ${name}`,
  ringLegend: (name: string) => `Rings by ${name}`,
  close: "Back to the colours of topics",
  closeRing: "No rings",
  low: "Value of the first colour",
  high: "Value of the last colour",
  reset: "Reset",
  from: (name: string) => `${name}: least shown`,
  to: (name: string) => `${name}: most shown`,
  bar: (what: string, shown: number, all: number) =>
    shown === all ? `${what}: ${plural(all, "paper")}` : `${what}: ${shown} of ${plural(all, "paper")}`,
  range: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  charts: "More fields",
  add: "Add a chart",
  remove: (name: string) => `Remove the chart of ${name}`,
  filter: (name: string, what: string) => `${name}: ${what}`,
} as const;
