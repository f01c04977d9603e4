import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { pictureSize } from "../../../scene/marks.ts";
import { themeOf, topicColors } from "../../../scene/theme.ts";
import { currentView } from "../../map/mount.ts";
import { tell } from "../../page/actions.ts";
import * as state from "../../page/state.ts";
import { iconButton } from "../../panels/parts.ts";
import { words } from "../../texts/present.ts";
import { type PictureWish, pictureOf } from "../picture.ts";
import { download, fileName } from "../save.ts";

type Part = keyof typeof words.picture.part;

const PARTS = Object.keys(words.picture.part) as Part[];
const format = signal<PictureWish["format"]>("png");
const scale = signal(2);
const dark = signal<boolean | undefined>(undefined);
const without = signal<ReadonlySet<Part>>(new Set());

/** Opens the dialog that saves a picture of what is on the screen. */
export function openPictureDialog(): void {
  dark.value = undefined;
  state.extra.value = show;
}

const close = () => {
  state.extra.value = undefined;
};

/** The scene on the screen with what was chosen. */
function chosenScene() {
  const map = state.atlas.peek()?.map;
  const seen = currentView()?.scene();
  if (!map || !seen) return undefined;
  const theme = themeOf(dark.value ?? state.dark.peek());
  const scene = { ...seen, theme, colors: topicColors(map, theme) };
  return { map, scene: without.value.has("labels") ? { ...scene, labels: [] } : scene };
}

function wish(): PictureWish {
  return {
    format: format.value,
    scale: scale.value,
    background: !without.value.has("background"),
    legend: !without.value.has("legend"),
    title: !without.value.has("title"),
    smallPrint: !without.value.has("smallPrint"),
  };
}

async function save(): Promise<void> {
  const chosen = chosenScene();
  if (!chosen) return;
  close();
  try {
    const blob = await pictureOf(chosen.scene, chosen.map, wish());
    download([blob], `${fileName()}.${format.value}`, blob.type);
    tell(words.picture.saved);
  } catch (error) {
    tell(`${words.picture.failed} ${error instanceof Error ? error.message : String(error)}`);
  }
}

function show(): TemplateResult {
  const t = words.picture;
  const chosen = chosenScene();
  const size = chosen ? pictureSize(chosen.scene, wish()) : { width: 0, height: 0 };
  const isDark = dark.value ?? state.dark.value;
  const radio = (name: string, label: string, isOn: boolean, act: () => void) =>
    html`<label class="choice"><input type="radio" name=${name} .checked=${isOn} @change=${act} /> ${label}</label>`;
  return html`<div class="veil" @click=${(event: Event) => {
    if (event.target === event.currentTarget) close();
  }}><form id="picture-dialog" class="box" role="dialog" aria-modal="true" aria-label=${t.title} @submit=${(
    event: Event,
  ) => {
    event.preventDefault();
    void save();
  }}>
    <div class="card-title"><h2>${t.title}</h2>${iconButton("close", t.close, close)}</div>
    <fieldset><legend>${t.format}</legend>${(["png", "svg", "pdf"] as const).map((one) =>
      radio("format", t.formats[one], format.value === one, () => {
        format.value = one;
      }),
    )}</fieldset>
    <fieldset><legend>${t.theme}</legend>${[false, true].map((one) =>
      radio("theme", one ? t.dark : t.light, isDark === one, () => {
        dark.value = one;
      }),
    )}</fieldset>
    <fieldset><legend>${t.parts}</legend>${PARTS.map(
      (part) =>
        html`<label class="choice"><input type="checkbox" name=${part} .checked=${!without.value.has(part)} @change=${() => {
          const next = new Set(without.value);
          if (!next.delete(part)) next.add(part);
          without.value = next;
        }} /> ${t.part[part]}</label>`,
    )}</fieldset>
    <label class="size-choice">${t.scale} <select name="scale" @change=${(event: Event) => {
      scale.value = Number((event.target as HTMLSelectElement).value);
    }}>${[1, 2, 3, 4, 6, 8].map((one) => html`<option value=${one} ?selected=${scale.value === one}>${t.times(one, Math.round(size.width * one), Math.round(size.height * one))}</option>`)}</select></label>
    <div class="card-actions"><button class="button primary" type="submit">${t.save}</button></div>
  </form></div>`;
}
