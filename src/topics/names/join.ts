/** A phrase that may stand in a topic's name. */
export interface NamePart {
  /** Surface form. */
  readonly term: string;
  /** Its stems. */
  readonly key: string;
  readonly score: number;
  /** Which of the topic's papers hold all its words, ascending. */
  readonly holders: Uint32Array;
}

// When a name is of two phrases: all of it chosen by eye.
/** A phrase that this share of the topic's papers holds names it alone. */
const ALONE = 0.7;
/** Share of the first phrase's score that the second has at least; a single word says less than a phrase, and must score more. */
const SECOND_SCORE = 0.3;
const SECOND_WORD_SCORE = 0.5;
/** Share of the topic's papers that hold the second phrase and not the first, at least. */
const LEAST_GAIN = 0.1;
/**
 * Where there is none, half of what the first covers, where that is less: a large topic of many matters is not named by a
 * tenth of it.
 */
const BESIDE_FIRST = 0.5;
/** Phrases that may come second, the best. */
const MOST_SECONDS = 8;
const LONGEST_NAME = 64;

/**
 * One or two of a topic's phrases as its name, not among those taken already; "" where there is no phrase. The first
 * stands alone where it describes most of the papers; else the one beside it that adds most: score × share of its
 * papers that the first leaves out. No word stands in both.
 * @param labels best first
 * @param size papers of the topic
 */
export function joinName(labels: readonly NamePart[], size: number, taken: ReadonlySet<string>): string {
  const [first, ...rest] = labels;
  if (first === undefined) return "";
  const own = first.key.split(" ");
  const others = rest.filter(({ key }) => !key.split(" ").some((w) => own.includes(w)));
  const seconds = first.holders.length >= ALONE * size ? [] : others.slice(0, MOST_SECONDS);
  const second =
    secondOf(first, seconds, LEAST_GAIN * size) ??
    secondOf(first, seconds, Math.min(LEAST_GAIN * size, BESIDE_FIRST * first.holders.length));
  const choices = [
    second === undefined ? first.term : join(first.term, second.term),
    first.term,
    ...others.map(({ term }) => join(first.term, term)),
  ];
  return choices.map(capitalise).find((name) => !taken.has(name.toLowerCase())) ?? "";
}

/** What a topic is called whose papers do not hang together. */
export const MIXED = "Mixed";

/**
 * The name of a topic whose papers do not hang together, with two of their phrases, longer ones first, not among those
 * taken already: "Mixed: wireless communications, pattern recognition"; "" where there is none.
 */
export function joinMixed(labels: readonly NamePart[], taken: ReadonlySet<string>): string {
  const telling = labels.filter(({ key }) => key.includes(" "));
  const [first, second] = [...telling, ...labels.filter(({ key }) => !key.includes(" "))];
  const choices = [[first, second], [first], []].map((parts) => {
    const terms = parts.flatMap((part) => part?.term ?? []);
    return terms.length === 0 ? MIXED : `${MIXED}: ${terms.join(", ")}`;
  });
  return choices.find((name) => name.length <= LONGEST_NAME && !taken.has(name.toLowerCase())) ?? "";
}

/** @param gained papers that it adds, at least */
function secondOf(first: NamePart, others: readonly NamePart[], gained: number): NamePart | undefined {
  const held = new Set(first.holders);
  let best: NamePart | undefined;
  let most = 0;
  for (const other of others) {
    const least = other.key.includes(" ") ? SECOND_SCORE : SECOND_WORD_SCORE;
    if (other.score < least * first.score || join(first.term, other.term).length > LONGEST_NAME) continue;
    const gain = other.holders.reduce((n, paper) => n + (held.has(paper) ? 0 : 1), 0);
    if (gain < Math.max(1, gained)) continue;
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
