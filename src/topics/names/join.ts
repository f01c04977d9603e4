/** A phrase that may stand in a topic's name. */
export interface Label {
  /** Surface form. */
  readonly term: string;
  /** Its stems. */
  readonly key: string;
  readonly score: number;
  /** Which of the topic's papers hold all its words, ascending. */
  readonly holders: Uint32Array;
}

/** A phrase that describes so many of a topic's papers names it alone. */
const MOST = 0.7;
/** A second phrase scores at least so much of the first and describes at least so many papers that the first does not. */
const SECOND = 0.3;
/** A single word beside it says less than a phrase, and must score more. */
const SECOND_WORD = 0.5;
const GAIN = 0.08;
/** Among so many. */
const RIVALS = 8;
const LONGEST_NAME = 64;

/**
 * One or two of a topic's phrases as its name, not among those taken already; "" where there is no phrase. The first
 * stands alone where it describes most of the papers; else the one beside it that adds most: score × share of its
 * papers that the first leaves out. No word stands in both.
 * @param labels best first
 * @param size papers of the topic
 */
export function joinName(labels: readonly Label[], size: number, taken: ReadonlySet<string>): string {
  const [first, ...rest] = labels;
  if (first === undefined) return "";
  const own = first.key.split(" ");
  const others = rest.filter(({ key }) => !key.split(" ").some((w) => own.includes(w)));
  const second =
    first.holders.length >= MOST * size ? undefined : secondOf(first, others.slice(0, RIVALS), size);
  const choices = [
    second === undefined ? first.term : join(first.term, second.term),
    first.term,
    ...others.map(({ term }) => join(first.term, term)),
  ];
  return choices.map(capitalise).find((name) => !taken.has(name.toLowerCase())) ?? "";
}

function secondOf(first: Label, others: readonly Label[], size: number): Label | undefined {
  const held = new Set(first.holders);
  let best: Label | undefined;
  let most = 0;
  for (const other of others) {
    const least = other.key.includes(" ") ? SECOND : SECOND_WORD;
    if (other.score < least * first.score || join(first.term, other.term).length > LONGEST_NAME) continue;
    const gain = other.holders.reduce((n, paper) => n + (held.has(paper) ? 0 : 1), 0);
    if (gain < Math.max(1, GAIN * size)) continue;
    const merit = (other.score * gain) / other.holders.length;
    if (merit > most) {
      most = merit;
      best = other;
    }
  }
  return best;
}

function join(first: string, second: string): string {
  return `${first} & ${second}`;
}

/** "neural networks" → "Neural networks"; "mRNA", "k-means", "p53" keep their first letter. */
export function capitalise(name: string): string {
  return /^\p{Ll}[\p{Ll}'’]/u.test(name) && !/^\p{Ll}+\p{Lu}/u.test(name)
    ? name[0].toUpperCase() + name.slice(1)
    : name;
}
