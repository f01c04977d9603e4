import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { EDGE_KINDS } from "../../model/edges.ts";
import { completeParameters, type Parameters } from "../../model/parameters.ts";
import { givenWords } from "../../shape/apply.ts";
import { commandLine } from "../../shape/command-line.ts";
import { askWorker } from "../ask/work.ts";
import { download, fileName } from "../output/save.ts";
import { tell } from "../page/actions.ts";
import * as state from "../page/state.ts";
import { effectText, words } from "../texts/shape.ts";
import { kindName, texts } from "../texts/texts.ts";
import { busy, compute, history } from "./edit.ts";

declare const __VERSION__: string;

/** What was changed and not applied yet. */
const wish = signal<Partial<Parameters>>({});
const told = signal("");
/** Whether the effect of what is wished is known. */
const counted = signal(false);
let asked = 0;
/** Whether all shall be computed again, also where nothing differs from the saved map. */
let afresh = false;

/** The map's parameters as given, with the wishes. */
function wanted(): Partial<Parameters> | undefined {
  const map = state.atlas.peek()?.map;
  if (!map) return undefined;
  const { topics, resolution, ...rest } = { ...map.parameters, ...givenWords(map), ...wish.peek() };
  return {
    ...rest,
    ...(topics === undefined || Number.isNaN(topics) ? {} : { topics }),
    ...(resolution === undefined || "topics" in wish.peek() ? {} : { resolution }),
  };
}

async function countEffect(anew = afresh): Promise<void> {
  const mine = ++asked;
  afresh = anew;
  const parameters = wanted();
  if (!parameters) return;
  told.value = words.vocabulary.counting;
  counted.value = false;
  try {
    completeParameters(parameters);
    const effect = await askWorker("preview", {
      parameters,
      edits: history.peek().done,
      afresh,
    });
    if (mine !== asked) return;
    told.value = effectText(effect);
    counted.value = true;
  } catch (error) {
    if (mine === asked) told.value = asOptions(error instanceof Error ? error.message : String(error));
  }
}

function change(part: Partial<Parameters>): void {
  wish.value = { ...wish.peek(), ...part };
  void countEffect();
}

async function apply(): Promise<void> {
  const parameters = wanted();
  if (!parameters) return;
  asked++;
  if (await compute(parameters, { afresh })) {
    wish.value = {};
    afresh = false;
    told.value = "";
    counted.value = false;
  }
}

/** A complaint under the names that the fields have. */
function asOptions(message: string): string {
  return message.replace(/^minDocumentFrequency\b/, "min-df").replace(/^titleWeight\b/, "title-weight");
}

async function copyCommand(): Promise<void> {
  const map = state.atlas.peek()?.map;
  if (!map) return;
  try {
    await navigator.clipboard.writeText(commandLine(map, `${fileName()}.json`).text);
    tell(words.settings.commandCopied);
  } catch {
    tell(texts.bar.copyFailed);
  }
}

/** The few parameters that matter, each with what it does; the effect is counted before anything changes. */
export function settingsPane(): TemplateResult {
  const map = state.atlas.value?.map;
  if (!map) return html``;
  const t = words.settings;
  const now = { ...map.parameters, ...wish.value };
  const field = (
    name: string,
    value: number | undefined,
    range: readonly [number, number, number],
    hint: string,
    set: (value: number) => void,
  ) =>
    html`<label class="setting"><code>--${name}</code><input type="number" name=${name} min=${range[0]} max=${range[1]} step=${range[2]} placeholder=${t.automatic} .value=${value === undefined || Number.isNaN(value) ? "" : String(value)}
      @change=${(event: Event) => set((event.target as HTMLInputElement).valueAsNumber)} /><small>${hint}</small></label>`;
  const need = (name: "neighbours" | "minDocumentFrequency" | "titleWeight") => (value: number) => {
    if (!Number.isNaN(value)) change({ [name]: value });
  };
  const command = commandLine(map, `${fileName()}.json`);
  const version = `topograph ${__VERSION__}`;
  return html`<p class="faint">${t.hint}</p>
    ${map.generator !== version ? html`<p>${t.made(map.generator)} <button class="button" type="button" @click=${() => void countEffect(true)}>${t.again}</button></p>` : nothing}
    ${field("neighbours", now.neighbours, [1, 100, 1], t.neighbours, need("neighbours"))}
    ${field("topics", now.topics, [1, 1000, 1], t.topics, (topics) => change({ topics }))}
    ${field("min-df", now.minDocumentFrequency, [1, 1000, 1], t.minDf, need("minDocumentFrequency"))}
    ${field("title-weight", now.titleWeight, [1, 10, 1], t.titleWeight, need("titleWeight"))}
    <fieldset class="weights"><legend><code>--weights</code> <small>${t.weights}</small></legend>${EDGE_KINDS.map(
      (kind) =>
        html`<label><span>${kindName[kind]}</span><input type="number" name=${kind} min="0" max="100" step="0.1" .value=${String(now.weights[kind])} @change=${(
          event: Event,
        ) => {
          const value = (event.target as HTMLInputElement).valueAsNumber;
          if (value >= 0) change({ weights: { ...now.weights, [kind]: value } });
        }} /></label>`,
    )}</fieldset>
    <p class="effect" role="status">${told.value || (Object.keys(wish.value).length === 0 ? t.asItIs : "")}</p>
    <div class="card-actions"><button class="button primary" type="button" ?disabled=${!counted.value || busy.value} @click=${() => void apply()}>${t.apply}</button>
      <button class="button" type="button" @click=${() => void copyCommand()}>${t.command}</button>
      ${
        command.files.length
          ? html`<button class="button" type="button" @click=${() => {
              for (const { name, text } of command.files) download([text], name, "text/plain");
            }}>${t.commandFiles}</button>`
          : nothing
      }</div>
    <pre class="command" tabindex="0">${command.text.split(/ (?=-)/).map((part, k) => html`${k > 0 ? " " : ""}<span>${part}</span>`)}</pre>
    ${command.needsMap ? html`<p class="faint">${t.commandBase(`${fileName()}.json`)}</p>` : nothing}`;
}
