import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { givenWords } from "../../shape/apply.ts";
import type { VocabularyEdit } from "../../shape/edits.ts";
import { wordFiles } from "../../shape/vocabulary.ts";
import { askWorker } from "../ask/work.ts";
import { download } from "../output/save.ts";
import * as state from "../page/state.ts";
import { effectText, words } from "../texts/shape.ts";
import { editList, isOfWords } from "./changes.ts";
import { busy, edit, history } from "./edit.ts";

type Kind = VocabularyEdit["type"];

/** Milliseconds without a key after which the effect is counted. */
const PAUSE = 120;

const kind = signal<Kind>("stop-word");
const text = signal("");
/** What the words typed would do, in words; empty where there is nothing to say. */
const told = signal("");
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The edit that the form holds, if it is complete. */
function typed(): VocabularyEdit | undefined {
  // In files of words # begins a remark, and | marks a cut.
  const plain = text.value.replace(/[#|]/g, " ").replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined;
  switch (kind.value) {
    case "stop-word":
      return { type: "stop-word", word: plain };
    case "synonym": {
      const phrases = new Set(plain.split(/[,;]/).map((one) => one.trim()));
      phrases.delete("");
      return phrases.size > 1 ? { type: "synonym", phrases: [...phrases] } : undefined;
    }
    default: {
      const phrase = plain.replace(/[,;\s]+/g, " ").trim();
      return /[\p{L}\p{N}][\s-]+[\p{L}\p{N}]/u.test(phrase) ? { type: kind.value, phrase } : undefined;
    }
  }
}

/** Counts what the words typed would do, a little after the last key. */
function preview(): void {
  const mine = ++asked;
  clearTimeout(timer);
  const wanted = typed();
  told.value = wanted
    ? words.vocabulary.counting
    : text.value.trim() === ""
      ? ""
      : words.vocabulary.needs[kind.value];
  if (!wanted) return;
  timer = setTimeout(async () => {
    const map = state.atlas.peek()?.map;
    if (!map) return;
    try {
      const parameters = { ...map.parameters, ...givenWords(map) };
      const edits = [...history.peek().done, wanted];
      const effect = await askWorker("preview", { parameters, edits });
      if (mine === asked) told.value = effectText(effect, history.peek().done.some(isOfWords));
    } catch (error) {
      if (mine === asked)
        told.value = `${words.failed} ${error instanceof Error ? error.message : String(error)}`;
    }
  }, PAUSE);
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
  const map = state.atlas.value?.map;
  const given = map ? givenWords(map) : { stopWords: [], synonyms: [] };
  const mine = history.value.done.some(isOfWords);
  const files = map ? wordFiles(map.parameters) : [];
  return html`<p class="faint">${t.hint}</p>
    <form class="vocabulary" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void apply();
    }}>
      <label><span>${t.what}</span><select @change=${(event: Event) => {
        kind.value = (event.target as HTMLSelectElement).value as Kind;
        preview();
      }}>${kinds.map(([value, label]) => html`<option value=${value} .selected=${kind.value === value}>${label}</option>`)}</select></label>
      <label><span>${t.label[kind.value]}</span><input name="phrase" maxlength="300" autocomplete="off" spellcheck="false" placeholder=${t.placeholder[kind.value]} .value=${text.value} @input=${(
        event: Event,
      ) => {
        text.value = (event.target as HTMLInputElement).value;
        preview();
      }} /></label>
      <p class="effect" role="status">${told.value}</p>
      <button class="button primary" type="submit" ?disabled=${!typed() || busy.value}>${t.apply}</button></form>
    ${mine ? html`<h3>${t.mine}</h3>${editList(isOfWords)}` : nothing}
    ${given.stopWords.length + given.synonyms.length > 0 ? html`<h3>${t.given}</h3>` : nothing}
    ${given.stopWords.length > 0 ? html`<p><b>${t.stopWords}:</b> ${given.stopWords.join(", ")}</p>` : nothing}
    ${given.synonyms.length > 0 ? html`<ul class="plain">${given.synonyms.map((line) => html`<li>${words.edits.synonym(line)}</li>`)}</ul>` : nothing}
    ${
      files.length > 0
        ? html`<div class="card-actions"><button class="button" type="button" title=${t.filesHint} @click=${() => {
            for (const { name, text } of files) download([text], name, "text/plain");
          }}>${t.files}</button></div>`
        : nothing
    }`;
}
