/** The best few of many items, in order: higher score first, ties to the lower item. Scores are kept as exactly as they come. */
export interface Best {
  /** Items so far, best first. */
  readonly items: readonly number[];
  readonly scores: readonly number[];
  add(item: number, score: number): void;
}

/** Keeps order by insertion: of many items few come in. */
export function createBest(most: number): Best {
  const items: number[] = [];
  const scores: number[] = [];
  return {
    items,
    scores,
    add(item, score) {
      let at = items.length;
      while (at > 0 && (score > scores[at - 1] || (score === scores[at - 1] && item < items[at - 1]))) at--;
      if (at >= most) return;
      items.splice(at, 0, item);
      scores.splice(at, 0, score);
      if (items.length <= most) return;
      items.pop();
      scores.pop();
    },
  };
}
