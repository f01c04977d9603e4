import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { LIKENESS, type Match, type Merging, type RecordPlace } from "../../model/match.ts";
import type { ReadSummary } from "../page/state.ts";
import { matchTexts } from "../texts/matches.ts";
import { texts } from "../texts/texts.ts";
import { button, check } from "./parts.ts";

/** More rows than anyone ticks one by one. */
const MOST = 200;

/** What is ticked, of one reading. */
interface Wish extends Required<Merging> {
  readonly of: ReadSummary;
}
const wished = signal<Wish | undefined>(undefined);

function wishOf(read: ReadSummary): Wish {
  if (wished.value?.of === read) return wished.value;
  const { merge = "works", keepApart = [] } = read.merging;
  return { of: read, merge, keepApart };
}

/** Which records were merged and why, each to be kept apart; versions to be joined; then the map is made again. */
export function matchList(read: ReadSummary): TemplateResult | typeof nothing {
  const { matches, merging, again } = read;
  if (matches.length === 0) return nothing;
  const t = matchTexts;
  const wish = wishOf(read);
  const change = (other: Partial<Merging>) => {
    wished.value = { ...wish, ...other };
  };
  const others = wish.keepApart.filter((record) => !merging.keepApart?.includes(record));
  const isOther =
    wish.merge !== (merging.merge ?? "works") ||
    others.length > 0 ||
    wish.keepApart.length !== (merging.keepApart?.length ?? 0);
  const hasVersions = matches.some(({ because }) => because === "version");
  const more = matches.length - MOST;
  return html`<details class="matches"><summary>${t.matches(matches.length)}</summary>
    ${again ? nothing : html`<p class="faint">${t.apartByCommand}</p>`}
    ${again && hasVersions ? check(t.versions, wish.merge === "versions", (on) => change({ merge: on ? "versions" : "works" })) : nothing}
    <ul class="plain">${matches.slice(0, MOST).map((match) => matchRow(match, wish, again && change))}</ul>
    ${more > 0 ? html`<p class="faint">${texts.report.more(more)}</p>` : nothing}</details>
    ${again && isOther ? html`<p>${button(t.again, () => again({ merge: wish.merge, keepApart: wish.keepApart }), { kind: "primary" })}</p>` : nothing}`;
}

function matchRow(
  { record, from, into, because, shared, gave, merged }: Match,
  { keepApart }: Wish,
  change: ((other: Partial<Merging>) => void) | undefined,
): TemplateResult {
  const t = matchTexts;
  const what = merged ? (gave.length > 0 ? t.gave(gave) : t.gaveNothing) : t.apart;
  const place = ({ file, line, id }: RecordPlace) => t.place(file, line, id);
  const keep = (on: boolean) =>
    change?.({ keepApart: on ? [...keepApart, record] : keepApart.filter((other) => other !== record) });
  return html`<li><b dir="auto">${from.title}</b> <span class="faint">${place(from)} → ${place(into)} · ${LIKENESS[because]} ${shared} · ${what}</span>
    ${change ? check(t.keepApart, keepApart.includes(record), keep) : html`<code>${record}</code>`}</li>`;
}
