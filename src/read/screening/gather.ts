import {
  DECISION,
  DECISIONS,
  type Decision,
  fieldOfDecisions,
  isOfDecisions,
  UNSEEN,
} from "../../model/decision.ts";
import { type Field, freeName } from "../../model/field.ts";
import type { FieldChoice } from "../columns/store.ts";
import type { RawField } from "../record.ts";
import { agreed, columnRank, decisionIn, isNotes, type Said, saidByFile, saidInNote } from "./rules.ts";

/** Tells of a problem with one record. */
type Tell = (message: string) => void;

/** A record that says something of a decision. */
interface Screened {
  readonly paper: number;
  readonly tell: Tell;
  readonly said: (Said & { readonly column?: string })[];
}

/** Gathers decisions of screening, record by record: see `rules`. */
export function decisionGatherer(choice: FieldChoice = "all") {
  const isWanted = choice === "all" || (choice !== "none" && (choice.has(DECISION) || choice.has("all")));
  const ranks = new Map<string, number | "notes" | undefined>();
  /** Columns with a value that is no decision: they are about something else. */
  const others = new Set<string>();
  const records: Screened[] = [];

  const rankOf = (name: string) => {
    if (!ranks.has(name)) ranks.set(name, isNotes(name) ? "notes" : columnRank(name));
    return ranks.get(name);
  };

  return {
    /** Takes what one record says. @param paper its position */
    add(paper: number, fields: readonly RawField[], tell: Tell, file: string): void {
      if (!isWanted) return;
      const said: Screened["said"] = [];
      for (const [name, value] of fields) {
        const rank = rankOf(name);
        if (rank === undefined || others.has(name)) continue;
        const texts = (typeof value === "string" ? [value] : value).filter((text) => text.trim() !== "");
        if (rank === "notes") said.push(...texts.flatMap((text) => saidInNote(text) ?? []));
        else if (texts.length > 0) {
          const decisions = texts.flatMap((text) => decisionIn(text) ?? []);
          if (decisions.length < texts.length) others.add(name);
          else said.push({ rank, decisions, column: name });
        }
      }
      const byFile = saidByFile(file);
      if (byFile) said.push(byFile);
      if (said.length > 0) records.push({ paper, tell, said });
    },

    /** The field, where anything was decided at all; conflicts are told. @param papers how many there are */
    finish(papers: number): Field | undefined {
      const votes = new Map<number, { readonly all: Decision[]; tell: Tell }>();
      for (const { paper, tell, said } of records) {
        const valid = said.filter(({ column }) => column === undefined || !others.has(column));
        // A tool's "not yet" does not speak against what another place of the record says.
        const made = valid.filter(({ decisions }) => decisions.some((decision) => decision !== "unseen"));
        const best = Math.min(...made.map(({ rank }) => rank));
        const decisions = made.filter(({ rank }) => rank === best).flatMap((one) => one.decisions);
        if (decisions.length === 0) continue;
        const before = votes.get(paper);
        if (before === undefined) votes.set(paper, { all: decisions, tell });
        else {
          before.all.push(...decisions);
          before.tell = tell;
        }
      }
      if (votes.size === 0) return undefined;
      const codes = new Uint8Array(papers).fill(UNSEEN);
      for (const [paper, { all, tell }] of votes) {
        const { decision, isConflict } = agreed(all);
        codes[paper] = DECISIONS.indexOf(decision);
        if (isConflict) tell(conflictText(all));
      }
      return fieldOfDecisions(codes);
    },
  };
}

function conflictText(all: readonly Decision[]): string {
  const count = (wanted: Decision) => all.filter((decision) => decision === wanted).length;
  return `screening: included by ${count("included")} and excluded by ${count("excluded")}, expected one decision; kept as maybe`;
}

/**
 * The fields with that of the decisions behind them. A column of the same name stays under another one, unless it says
 * no more.
 */
export function withDecisions(fields: readonly Field[], decisions: Field | undefined): readonly Field[] {
  if (decisions === undefined) return fields;
  const taken = new Set([DECISION, ...fields.map(({ name }) => name)]);
  const rest = fields.flatMap((field) => {
    if (isOfDecisions(field)) return [];
    return [field.name === DECISION ? { ...field, name: freeName(DECISION, taken) } : field];
  });
  return [...rest, decisions];
}
