import type { TopicMap } from "../model/map.ts";

/** One stop of a tour: what is seen, said, and noted for the presenter. */
export type Stop = {
  readonly title: string;
  readonly text: string;
  readonly notes: string;
  /** Identities of papers that are named on the map and listed. */
  readonly papers: readonly string[];
  /** Filters, selection and camera, as in an address of the page. */
  readonly view: string;
  /** Fly to the whole map or to a topic, whatever the window; else to the view's camera. */
  readonly to?: "home" | number;
};

/** The stops of a saved map; parts that are not what they should be are left empty. */
export function stopsOf({ tour: saved, topics }: TopicMap): Stop[] {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return saved.map(({ title, text: caption, notes, papers, view, to }) => ({
    title: text(title),
    text: text(caption),
    notes: text(notes),
    papers: Array.isArray(papers) ? papers.map(text).filter((identity) => identity !== "") : [],
    view: text(view),
    ...(to === "home" || (typeof to === "number" && topics[to] !== undefined) ? { to } : {}),
  }));
}

/** Words a minute that a speaker says, and what a stop takes beside them: the flight, and the audience's look. */
const SPOKEN = 130;
const LOOK = 0.5;

/** About how many minutes a stop takes to present, by its caption and notes. */
export function minutesOf({ text, notes }: Pick<Stop, "text" | "notes">): number {
  return LOOK + `${text} ${notes}`.split(/\s+/).filter(Boolean).length / SPOKEN;
}

/** About how many whole minutes a tour takes, at least one. */
export function minutesOfTour(stops: readonly Stop[]): number {
  return Math.max(1, Math.round(stops.reduce((sum, stop) => sum + minutesOf(stop), 0)));
}
