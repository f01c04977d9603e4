/** How topics are drawn over years: bands that flow around a middle line, on each other, each in a lane of its own; or a table. */
export const TIME_SHAPES = ["stream", "stacked", "lanes", "table"] as const;
/** What is counted of a topic and year: papers, their share of the year's papers, or how often they are cited. */
export const TIME_MEASURES = ["papers", "share", "citations"] as const;
/** What is shown of time: the topics of the map, windows of years that are clustered anew, bursts and trends, Callon's thematic map, the years that papers cite. */
export const TIME_MODES = ["topics", "windows", "bursts", "thematic", "cited"] as const;
export type TimeMode = (typeof TIME_MODES)[number];
export type TimeShape = (typeof TIME_SHAPES)[number];
export type TimeMeasure = (typeof TIME_MEASURES)[number];

/** What is shown of topics over years. */
export interface TimeLook {
  readonly mode: TimeMode;
  readonly shape: TimeShape;
  readonly measure: TimeMeasure;
  /** Each year is the mean of itself and its neighbours. */
  readonly isMean: boolean;
}

export const TIME_LOOK: TimeLook = { mode: "topics", shape: "stream", measure: "papers", isMean: false };

/** As one word of an address. */
export function encodeTimeLook({ mode, shape, measure, isMean }: TimeLook): string {
  return [...(mode === "topics" ? [] : [mode]), shape, measure, ...(isMean ? ["mean"] : [])].join(".");
}

/** What a word of an address says; what it does not say is as usual. */
export function decodeTimeLook(word: string): TimeLook {
  const words = word.split(".");
  return {
    mode: TIME_MODES.find((mode) => words.includes(mode)) ?? TIME_LOOK.mode,
    shape: TIME_SHAPES.find((shape) => words.includes(shape)) ?? TIME_LOOK.shape,
    measure: TIME_MEASURES.find((measure) => words.includes(measure)) ?? TIME_LOOK.measure,
    isMean: words.includes("mean"),
  };
}
