import type { TimeWindows } from "../../../time/windows/windows.ts";

/** Where topics of windows and what leads from one to the next lie; heights in papers. */
export interface WindowLayout {
  /** By window and topic. */
  readonly places: readonly (readonly { readonly top: number; readonly high: number }[])[];
  readonly flows: readonly {
    readonly window: number;
    readonly from: number;
    readonly to: number;
    /** Its upper end at either side, and how thick it is there. */
    readonly a: number;
    readonly b: number;
    readonly thick: readonly [number, number];
    /** Of the papers of either topic, the larger one. */
    readonly share: number;
  }[];
  readonly height: number;
}

/** Between bars, as a share of the papers of the largest window. */
const GAP = 0.012;

/** Puts topics of the first window by size, those of later ones beside what they come from; what comes from nowhere is last. */
export function layWindows({ topics, flows }: Pick<TimeWindows, "topics" | "flows">): WindowLayout {
  const sizes = topics.map((own) => own.map(({ papers }) => papers.length));
  const most = Math.max(1, ...sizes.map((own) => own.reduce((a, b) => a + b, 0)));
  const places: { top: number; high: number }[][] = [];
  let height = 0;
  for (const [w, own] of sizes.entries()) {
    const wanted = own.map((_, t) => {
      let [sum, weight] = [0, 0];
      for (const { window, from, to, of } of flows)
        if (window === w - 1 && to === t) {
          const { top, high } = places[w - 1][from];
          sum += of * (top + high / 2);
          weight += of;
        }
      return weight > 0 ? sum / weight : Number.POSITIVE_INFINITY;
    });
    const order = [...own.keys()].sort((a, b) =>
      wanted[a] === wanted[b] ? own[b] - own[a] || a - b : wanted[a] - wanted[b],
    );
    places.push([]);
    let at = 0;
    for (const t of order) {
      places[w][t] = { top: at, high: own[t] };
      at += own[t] + most * GAP;
    }
    height = Math.max(height, at);
  }
  // At a bar flows lie in the order of what they lead to.
  const used = sizes.map((own) => own.map(() => [0, 0] as [number, number]));
  const sorted = [...flows].sort(
    (f, g) =>
      f.window - g.window ||
      places[f.window][f.from].top - places[g.window][g.from].top ||
      places[f.window + 1][f.to].top - places[g.window + 1][g.to].top,
  );
  const laid = sorted.map(({ window, from, to, into, of }) => {
    const thick = [into * sizes[window][from], of * sizes[window + 1][to]] as const;
    const [out, inn] = [used[window][from], used[window + 1][to]];
    const [a, b] = [places[window][from].top + out[1], places[window + 1][to].top + inn[0]];
    out[1] += thick[0];
    inn[0] += thick[1];
    return { window, from, to, a, b, thick, share: Math.max(into, of) };
  });
  return { places, flows: laid, height: Math.max(1, height) };
}
