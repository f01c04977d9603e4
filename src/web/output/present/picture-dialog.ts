import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { pictureSize } from "../../../scene/marks.ts";
import { themeOf, topicColors } from "../../../scene/theme.ts";
import { flipped, messageOf, tell } from "../../page/actions.ts";
import * as state from "../../page/state.ts";
import { check, choice, dialog } from "../../panels/parts.ts";
import { texts } from "../../texts/texts.ts";
import { type PictureWish, savePicture } from "../picture.ts";

type Part = keyof typeof texts.picture.part;

const PARTS = Object.keys(texts.picture.part) as Part[];
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
  const seen = state.mapView.peek()?.scene();
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
    if (await savePicture(chosen.scene, chosen.map, wish())) tell(texts.picture.saved);
  } catch (error) {
    tell(`${texts.picture.failed} ${messageOf(error)}`);
  }
}

function show(): TemplateResult {
  const t = texts.picture;
  const chosen = chosenScene();
  const size = chosen ? pictureSize(chosen.scene, wish()) : { width: 0, height: 0 };
  const isDark = dark.value ?? state.dark.value;
  const radio = (name: string, label: string, isOn: boolean, act: () => void) =>
    html`<label class="choice"><input type="radio" name=${name} .checked=${isOn} @change=${act} /> ${label}</label>`;
  const sizes = [1, 2, 3, 4, 6, 8].map(
    (one) => [one, t.times(one, Math.round(size.width * one), Math.round(size.height * one))] as const,
  );
  const form = html`<form @submit=${(event: Event) => {
    event.preventDefault();
    void save();
  }}>
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
    <fieldset><legend>${t.parts}</legend>${PARTS.map((part) =>
      check(
        t.part[part],
        !without.value.has(part),
        () => {
          without.value = flipped(without.peek(), part);
        },
        { name: part },
      ),
    )}</fieldset>
    <label class="size-choice">${t.scale} ${choice(sizes, scale.value, (one) => {
      scale.value = one;
    })}</label>
    <div class="card-actions"><button class="button primary" type="submit">${t.save}</button></div>
  </form>`;
  return dialog(t.title, form, close, "picture-dialog");
}
