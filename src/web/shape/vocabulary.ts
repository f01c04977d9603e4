import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { wordsFor } from "../../shape/apply.ts";
import type { VocabularyEdit } from "../../shape/edits.ts";
import * as state from "../state.ts";
import { effectText, words } from "../texts-shape.ts";
import { askWorker } from "../work.ts";
import { busy, edit, history } from "./edit.ts";

type Kind = VocabularyEdit["type"];

const kind = signal<Kind>("stop-word");
const text = signal("");
/** What the words typed would do, in words; empty where there is nothing to say. */
const told = signal("");
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The edit that the form holds, if it is complete. */
function typed(): VocabularyEdit | undefined {
  const phrase = text.value.trim();
  if (phrase === "") return undefined;
  switch (kind.value) {
    case "stop-word":
      return { type: "stop-word", word: phrase };
    case "synonym": {
      const phrases = phrase
        .split(/[,;\t]/)
        .map((one) => one.trim())
        .filter(Boolean);
      return phrases.length > 1 ? { type: "synonym", phrases } : undefined;
    }
    default:
      return { type: kind.value, phrase };
  }
}

/** Counts what the words typed would do, a little after the last key. */
function preview(): void {
  const mine = ++asked;
  clearTimeout(timer);
  const wanted = typed();
  told.value = wanted
    ? words.vocabulary.counting
    : kind.value === "synonym" && text.value !== ""
      ? words.vocabulary.needsTwo
      : "";
  if (!wanted) return;
  timer = setTimeout(async () => {
    const map = state.atlas.peek()?.map;
    if (!map) return;
    try {
      const effect = await askWorker("previewWords", wordsFor(map, [...history.peek().done, wanted]));
      if (mine === asked) told.value = effectText(effect, true);
    } catch (error) {
      if (mine === asked)
        told.value = `${words.failed} ${error instanceof Error ? error.message : String(error)}`;
    }
  }, 250);
}

async function apply(): Promise<void> {
  const wanted = typed();
  if (!wanted || busy.peek()) return;
  asked++;
  told.value = "";
  if (await edit(wanted)) text.value = "";
}

/** The vocabulary editor: each change with its effect before it is made. */
export function vocabularyPane(): TemplateResult {
  const t = words.vocabulary;
  const kinds = Object.entries(t.kinds) as [Kind, string][];
  const { stopWords = [], synonyms = [] } = state.atlas.value?.map.parameters ?? {};
  return html`<p class="faint">${t.hint}</p>
    <form class="vocabulary" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void apply();
    }}>
      <label><span>${t.what}</span><select @change=${(event: Event) => {
        kind.value = (event.target as HTMLSelectElement).value as Kind;
        preview();
      }}>${kinds.map(([value, label]) => html`<option value=${value} .selected=${kind.value === value}>${label}</option>`)}</select></label>
      <label><span>${t.label[kind.value]}</span><input name="phrase" autocomplete="off" spellcheck="false" placeholder=${t.placeholder[kind.value]} .value=${text.value} @input=${(
        event: Event,
      ) => {
        text.value = (event.target as HTMLInputElement).value;
        preview();
      }} /></label>
      <p class="effect" role="status">${told.value}</p>
      <button class="button primary" type="submit" ?disabled=${!typed() || busy.value}>${t.apply}</button></form>
    ${
      stopWords.length + synonyms.length > 0
        ? html`<h3>${t.list}</h3>
    ${stopWords.length ? html`<p><b>${t.stopWords}:</b> ${stopWords.join(", ")}</p>` : nothing}
    ${synonyms.length ? html`<p><b>${t.synonyms}:</b></p><ul class="plain">${synonyms.map(([first, ...others]) => html`<li>${first} ← ${others.join(", ")}</li>`)}</ul>` : nothing}`
        : nothing
    }`;
}
