import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { EDGE_KINDS } from "../../model/edges.ts";
import { completeParameters, type Parameters } from "../../model/parameters.ts";
import { givenWords } from "../../shape/apply.ts";
import { commandLine } from "../../shape/command-line.ts";
import { askWorker } from "../ask/client.ts";
import { copy, download, fileName } from "../output/save.ts";
import { messageOf } from "../page/actions.ts";
import { type MapState, perMap } from "../page/map-state.ts";
import { button } from "../panels/parts.ts";
import { effectText, shapeTexts } from "../texts/shape.ts";
import { kindName } from "../texts/texts.ts";
import { compute } from "./edit.ts";

declare const __VERSION__: string;

/** What was changed and not applied yet. */
interface Wish {
  readonly changed: Partial<Parameters>;
  /** Whether all shall be computed again, also where nothing differs from the saved map. */
  readonly afresh: boolean;
  /** What it would do, in words; `counted` where that is known. */
  readonly told: string;
  readonly counted: boolean;
}

const NO_WISH: Wish = { changed: {}, afresh: false, told: "", counted: false };
const wishes = perMap(() => signal(NO_WISH));

/** The map's parameters as given, with the wishes. */
function wanted(now: MapState): Partial<Parameters> {
  const { map } = now.atlas.peek();
  const { changed } = wishes(now).peek();
  const { topics, resolution, ...rest } = { ...map.parameters, ...givenWords(map), ...changed };
  return {
    ...rest,
    ...(topics === undefined || Number.isNaN(topics) ? {} : { topics }),
    ...(resolution === undefined || "topics" in changed ? {} : { resolution }),
  };
}

/** Takes a wish and counts what it would do; an answer to another than the last is dropped. */
async function change(now: MapState, part: Partial<Parameters>, again = false): Promise<void> {
  const wish = wishes(now);
  const { changed, afresh } = wish.peek();
  const mine: Wish = {
    changed: { ...changed, ...part },
    afresh: afresh || again,
    told: shapeTexts.vocabulary.counting,
    counted: false,
  };
  wish.value = mine;
  const parameters = wanted(now);
  let said: Pick<Wish, "told" | "counted">;
  try {
    completeParameters(parameters);
    const { done } = now.history.peek();
    const effect = await askWorker("preview", { parameters, edits: done, afresh: mine.afresh });
    said = { told: effectText(effect), counted: true };
  } catch (error) {
    said = { told: inPlainWords(messageOf(error)), counted: false };
  }
  if (wish.peek() === mine) wish.value = { ...mine, ...said };
}

async function apply(now: MapState): Promise<void> {
  const { afresh } = wishes(now).peek();
  if (await compute(now, wanted(now), { afresh })) wishes(now).value = NO_WISH;
}

/** A complaint under the names that the fields have. */
function inPlainWords(message: string): string {
  const { fields } = shapeTexts.settings;
  return message
    .replace(/^minDocumentFrequency\b/, fields["min-df"][0])
    .replace(/^titleWeight\b/, fields["title-weight"][0])
    .replace(/^neighbours\b/, fields.neighbours[0])
    .replace(/^topics\b/, fields.topics[0]);
}

/** The few parameters that matter, each with what it does; the effect is counted before anything changes. */
export function settingsPane(now: MapState): TemplateResult {
  const { map } = now.atlas.value;
  const t = shapeTexts.settings;
  const { changed, told, counted } = wishes(now).value;
  const version = `topograph ${__VERSION__}`;
  return html`<p class="faint">${t.hint}</p>
    ${map.generator !== version ? html`<p>${t.made(map.generator)} ${button(t.again, () => void change(now, {}, true))}</p>` : nothing}
    ${fields(now, { ...map.parameters, ...changed })}
    <p class="effect" role="status">${told || (Object.keys(changed).length === 0 ? t.asItIs : "")}</p>
    ${command(
      now,
      button(t.apply, () => void apply(now), {
        kind: "primary",
        disabled: !counted || now.computing.value !== "no",
      }),
    )}`;
}

function fields(now: MapState, parameters: Parameters): TemplateResult {
  const t = shapeTexts.settings;
  const number = (
    name: keyof typeof t.fields,
    key: "neighbours" | "topics" | "minDocumentFrequency" | "titleWeight",
    [least, most]: readonly [number, number],
  ) => {
    const [label, hint] = t.fields[name];
    const value = parameters[key];
    // Only the number of topics may be left to the program.
    const set = ({ target }: Event) => {
      const typed = (target as HTMLInputElement).valueAsNumber;
      if (key === "topics" || !Number.isNaN(typed)) void change(now, { [key]: typed });
    };
    return html`<label class="setting"><span>${label} <code>--${name}</code></span><input type="number" name=${name} min=${least} max=${most} step="1" placeholder=${t.automatic} .value=${value === undefined || Number.isNaN(value) ? "" : String(value)} @change=${set} /><small>${hint}</small></label>`;
  };
  return html`${number("neighbours", "neighbours", [1, 100])}
    ${number("topics", "topics", [1, 1000])}
    ${number("min-df", "minDocumentFrequency", [1, 1000])}
    ${number("title-weight", "titleWeight", [1, 10])}
    <fieldset class="weights"><legend>${t.weightsTitle} <code>--weights</code> <small>${t.weights}</small></legend>${EDGE_KINDS.filter(
      (kind) => kind !== "semantic" || parameters.vectors,
    ).map(
      (kind) =>
        html`<label><span>${kindName[kind]}</span><input type="number" name=${kind} min="0" max="100" step="0.1" .value=${String(parameters.weights[kind])} @change=${(
          event: Event,
        ) => {
          const weight = (event.target as HTMLInputElement).valueAsNumber;
          if (weight >= 0) void change(now, { weights: { ...parameters.weights, [kind]: weight } });
        }} /></label>`,
    )}</fieldset>`;
}

/** What makes this map on the command line, to be copied, with the files it needs. */
function command(now: MapState, first: TemplateResult): TemplateResult {
  const t = shapeTexts.settings;
  const name = `${fileName()}.json`;
  const { text, files, needsMap } = commandLine(now.atlas.value.map, name);
  return html`<div class="card-actions">${first}
      ${button(t.command, () => void copy(text, t.commandCopied))}
      ${files.length ? button(t.commandFiles, () => saveAll(files)) : nothing}</div>
    <pre class="command" tabindex="0">${text.split(/ (?=-)/).map((part, k) => html`${k > 0 ? " " : ""}<span>${part}</span>`)}</pre>
    ${needsMap ? html`<p class="faint">${t.commandBase(name)}</p>` : nothing}`;
}

/** Hands files of words to the browser's downloads. */
export function saveAll(files: readonly { readonly name: string; readonly text: string }[]): void {
  for (const { name, text } of files) download([text], name);
}
