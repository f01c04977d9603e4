import { isSentence } from "./kind.ts";
import { isFurniture, type Line, lineRole, nearlySame } from "./line.ts";

/** Lines that belong to one paper; `title` absent where a text stands without one. */
export interface Group {
  readonly title?: Line;
  /** Short lines between title and abstract. */
  readonly details: readonly Line[];
  readonly abstract: readonly Line[];
}

export interface Structure {
  readonly kind: "numbered" | "blocks" | "alternating" | "titles";
  readonly groups: readonly Group[];
  /** Lines that are no part of any paper. */
  readonly furniture: readonly Line[];
}

const NUMBER = /^(?:\[(\d{1,5})\]|\((\d{1,5})\)|(\d{1,5})[.):])\s+(?=\S)/;
const LARGEST_GAP = 3;
const BULLET = /^[-*•‣▪●○–—]\s+(?=\S)/;

/** Finds out how a pasted page lists its papers and cuts it into them. */
export function findStructure(lines: readonly Line[]): Structure {
  return numbered(lines) ?? blocks(lines) ?? sequence(lines);
}

/** "1. Title", "[2] Title" or bullets: each begins a paper, the lines after it are its abstract. */
function numbered(lines: readonly Line[]): Structure | undefined {
  const at: number[] = [];
  let expected = 0;
  for (const [i, line] of lines.entries()) {
    const match = NUMBER.exec(line.text);
    if (match === null) continue;
    const n = Number(match[1] ?? match[2] ?? match[3]);
    // Lists that were picked from have gaps, lists that were joined begin again after a blank line.
    const goesOn = n >= expected && n <= expected + LARGEST_GAP;
    if (at.length === 0 ? n <= 1 : goesOn || (n === 1 && line.gap)) {
      at.push(i);
      expected = n + 1;
    }
  }
  let marker = NUMBER;
  if (at.length < 2) {
    const bullets = lines.flatMap((line, i) => (BULLET.test(line.text) ? [i] : []));
    if (bullets.length < 2 || bullets.length < lines.length * 0.3) return undefined;
    at.splice(0, at.length, ...bullets);
    marker = BULLET;
  }
  const groups = at.map((begin, k) => {
    const first = { ...lines[begin], text: lines[begin].text.replace(marker, "") };
    return firstIsTitle([first, ...lines.slice(begin + 1, at[k + 1] ?? lines.length)]);
  });
  return { kind: "numbered", groups, furniture: lines.slice(0, at[0]) };
}

/** Blank lines between papers, several lines each. */
function blocks(lines: readonly Line[]): Structure | undefined {
  const all: Line[][] = [];
  for (const line of lines)
    if (line.gap || all.length === 0) all.push([line]);
    else all[all.length - 1].push(line);
  const several = all.filter((block) => block.length > 1);
  if (all.length < 2 || several.length < all.length * 0.5 || lines.length > all.length * 10) return undefined;
  const furniture: Line[] = [];
  const groups: Group[] = [];
  for (const block of all) {
    if (block.every((line) => isFurniture(line.text)) && block.length < 3) furniture.push(...block);
    else groups.push(firstIsTitle(block));
  }
  return { kind: "blocks", groups, furniture };
}

function firstIsTitle([title, ...rest]: readonly Line[]): Group {
  const isDetail = (line: Line) => line.text.length < 200 && lineRole(line.text) !== "other";
  return { title, details: rest.filter(isDetail), abstract: rest.filter((line) => !isDetail(line)) };
}

/** Which lines are texts rather than titles: long ones, every second one, or sentences; undefined where all are titles. */
function textLines(lines: readonly Line[]): boolean[] | undefined {
  const long = lines.map((line) => isProse(line.text));
  if (lines.length > 1 && long.filter(Boolean).length >= lines.length * 0.2) return long;
  if (alternates(lines)) return lines.map((_, i) => i % 2 === 1);
  const sentences = lines.map((line) => isSentence(line.text));
  const share = sentences.filter(Boolean).length / lines.length;
  return lines.length > 2 && !sentences[0] && share >= 0.2 && share <= 0.8 ? sentences : undefined;
}

function titlesOnly(lines: readonly Line[]): Structure {
  const edge = (i: number) => i < 3 || i >= lines.length - 3;
  const furniture = lines.filter((line, i) => lines.length > 2 && edge(i) && isFurniture(line.text));
  const kept = lines.filter((line) => !furniture.includes(line));
  return {
    kind: "titles",
    groups: kept.map((line) => ({ title: line, details: [], abstract: [] })),
    furniture,
  };
}

/** Texts are abstracts, the lines before them titles. */
function sequence(lines: readonly Line[]): Structure {
  const long = textLines(lines);
  if (long === undefined) return titlesOnly(lines);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const furniture: Line[] = [];
  const runs: { short: Line[]; text: Line[] }[] = [];
  for (const [i, line] of lines.entries()) {
    if (
      !long[i] &&
      line.text.length < 60 &&
      (counts.get(line.text) ?? 0) >= 3 &&
      lineRole(line.text) === "other"
    )
      furniture.push(line);
    else if (long[i] && runs.length > 0) runs[runs.length - 1].text.push(line);
    else {
      const open =
        runs.length > 0 && runs[runs.length - 1].text.length === 0 ? runs[runs.length - 1] : undefined;
      if (open !== undefined) open.short.push(line);
      else runs.push(long[i] ? { short: [], text: [line] } : { short: [line], text: [] });
    }
  }
  const usual = commonest(runs.filter((run) => run.text.length > 0).map((run) => run.short.length));
  const groups = runs.flatMap((run, i) => cutRun(run, usual, i === 0, runs.length, furniture));
  return { kind: "alternating", groups, furniture };
}

/** A run of short lines and the long ones after it: one paper, perhaps with others that have no abstract. */
function cutRun(
  run: { readonly short: readonly Line[]; readonly text: readonly Line[] },
  usual: number,
  first: boolean,
  runs: number,
  furniture: Line[],
): Group[] {
  const isBanner = (line: Line, i: number) =>
    isFurniture(line.text) ||
    run.short
      .slice(Math.max(0, i - 2), i + 3)
      .some((other) => other !== line && nearlySame(line.text, other.text)) ||
    (first && runs >= 3 && line.text.split(/\s+/).length < 4);
  const last = run.text.length > 0 ? run.short.length - 1 : run.short.length;
  const short = run.short.filter((line, i) => {
    const spare = run.short.length > Math.max(1, usual) || run.text.length === 0;
    const drop = spare && i !== last && lineRole(line.text) !== "date" && isBanner(line, i);
    if (drop) furniture.push(line);
    return !drop;
  });
  if (run.text.length === 0) return short.map((title) => ({ title, details: [], abstract: [] }));
  if (short.length === 0) return [{ details: [], abstract: run.text }];
  const isDetail = (line: Line) => lineRole(line.text) !== "other";
  // The title is the usual number of lines before the text; details may stand between in any number.
  let at = Math.max(0, short.length - Math.max(1, usual));
  while (at > 0 && isDetail(short[at])) at--;
  const before = short.slice(0, at).filter((line) => !isDetail(line));
  return [
    ...before.map((title) => ({ title, details: [], abstract: [] })),
    { title: short[at], details: short.slice(at + 1), abstract: run.text },
  ];
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 1;
  for (const [value, count] of counts) if (value > 0 && count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Whether a line reads as running text rather than as a title. */
function isProse(text: string): boolean {
  if (text.length >= 300) return true;
  const words = text.split(/\s+/).length;
  const sentences = text.match(/[.!?]\s+\p{Lu}/gu)?.length ?? 0;
  const closed = /[.!?…]["”)]?$/.test(text);
  return (words >= 28 && (closed || sentences > 0)) || (words >= 14 && closed && sentences > 0);
}

/** Whether every second line is the longer one or a sentence, the others not. */
function alternates(lines: readonly Line[]): boolean {
  const pairs = Math.floor(lines.length / 2);
  if (pairs === 0) return false;
  let good = 0;
  let sentences = 0;
  for (let i = 0; i < pairs; i++) {
    const [title, text] = [lines[2 * i].text, lines[2 * i + 1].text];
    const sentence = /[.!?…。]$/.test(text) && !/[.。]$/.test(title);
    if (sentence) sentences++;
    if (text.length > title.length && (sentence || text.length >= 2.5 * title.length)) good++;
  }
  return good >= pairs * 0.9 && sentences >= pairs * 0.5;
}
