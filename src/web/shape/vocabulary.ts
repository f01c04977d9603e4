import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { givenWords } from "../../shape/apply.ts";
import type { VocabularyEdit } from "../../shape/edits.ts";
import { wordFiles } from "../../shape/vocabulary.ts";
import { askWorker } from "../ask/client.ts";
import { messageOf } from "../page/actions.ts";
import { afterPause } from "../page/after-pause.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { button, choice } from "../panels/parts.ts";
import { effectText, shapeTexts, synonymText } from "../texts/shape.ts";
import { editList, isOfWords } from "./changes.ts";
import { edit } from "./edit.ts";
import { saveAll } from "./settings.ts";

type Kind = VocabularyEdit["type"];

/** Milliseconds without a key after which the effect is counted. */
const PAUSE = 120;

/** What is typed, and what it would do, in words; empty where there is nothing to say. */
interface Form {
  readonly kind: Kind;
  readonly text: string;
  readonly told: string;
}

const forms = perMap(() => signal<Form>({ kind: "stop-word", text: "", told: "" }));

/** The edit that the form holds, if it is complete. */
function typed({ kind, text }: Form): VocabularyEdit | undefined {
  // In files of words # begins a remark, and | marks a cut.
  const plain = text.replace(/[#|]/g, " ").replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined;
  switch (kind) {
    case "stop-word":
      return { type: "stop-word", word: plain };
    case "synonym": {
      const phrases = new Set(plain.split(/[,;]/).map((one) => one.trim()));
      phrases.delete("");
      return phrases.size > 1 ? { type: "synonym", phrases: [...phrases] } : undefined;
    }
    default: {
      const phrase = plain.replace(/[,;\s]+/g, " ").trim();
      return /[\p{L}\p{N}][\s-]+[\p{L}\p{N}]/u.test(phrase) ? { type: kind, phrase } : undefined;
    }
  }
}

/** Counts what the words typed would do, a little after the last key. */
const countLater = afterPause(PAUSE, async (now: MapState) => {
  const form = forms(now);
  const mine = form.peek();
  const wanted = typed(mine);
  if (!wanted) return;
  const { map } = now.atlas.peek();
  const { done } = now.history.peek();
  let told: string;
  try {
    const parameters = { ...map.parameters, ...givenWords(map) };
    const effect = await askWorker("preview", { parameters, edits: [...done, wanted] });
    told = effectText(effect, done.some(isOfWords));
  } catch (error) {
    told = `${shapeTexts.failed} ${messageOf(error)}`;
  }
  if (form.peek() === mine) form.value = { ...mine, told };
});

function change(now: MapState, part: Partial<Form>): void {
  const { counting, needs } = shapeTexts.vocabulary;
  const next = { ...forms(now).peek(), ...part };
  const told = typed(next) ? counting : next.text.trim() === "" ? "" : needs[next.kind];
  forms(now).value = { ...next, told };
  countLater(now);
}

async function apply(now: MapState): Promise<void> {
  const form = forms(now);
  const wanted = typed(form.peek());
  if (!wanted || now.computing.peek() !== "no") return;
  form.value = { ...form.peek(), told: "" };
  if (await edit(wanted)) form.value = { ...form.peek(), text: "" };
}

/** The vocabulary editor: each change with its effect before it is made. */
export function vocabularyPane(now: MapState): TemplateResult {
  const t = shapeTexts.vocabulary;
  const { map } = now.atlas.value;
  const form = forms(now).value;
  const given = givenWords(map);
  const files = wordFiles(map.parameters);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void apply(now);
  };
  const cannot = !typed(form) || now.computing.value !== "no";
  return html`<p class="faint">${t.hint}</p>
    <form class="vocabulary" @submit=${submit}>
      <label><span>${t.what}</span>${choice(Object.entries(t.kinds) as [Kind, string][], form.kind, (kind) => change(now, { kind }))}</label>
      <label><span>${t.label[form.kind]}</span><input name="phrase" maxlength="300" autocomplete="off" spellcheck="false" placeholder=${t.placeholder[form.kind]} .value=${form.text} @input=${(
        event: Event,
      ) => change(now, { text: (event.target as HTMLInputElement).value })} /></label>
      <p class="effect" role="status">${form.told}</p>
      <button class="button primary" type="submit" ?disabled=${cannot}>${t.apply}</button></form>
    ${now.history.value.done.some(isOfWords) ? html`<h3>${t.mine}</h3>${editList(now, isOfWords)}` : nothing}
    ${given.stopWords.length + given.synonyms.length > 0 ? html`<h3>${t.given}</h3>` : nothing}
    ${given.stopWords.length > 0 ? html`<p><b>${t.stopWords}:</b> ${given.stopWords.join(", ")}</p>` : nothing}
    ${given.synonyms.length > 0 ? html`<ul class="plain">${given.synonyms.map((line) => html`<li>${synonymText(line)}</li>`)}</ul>` : nothing}
    ${files.length > 0 ? html`<div class="card-actions">${button(t.files, () => saveAll(files), { title: t.filesHint })}</div>` : nothing}`;
}
