import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { pictureSize } from "../../../scene/marks.ts";
import { themeOf, topicColors } from "../../../scene/theme.ts";
import { messageOf, tell } from "../../page/actions.ts";
import * as state from "../../page/state.ts";
import { check, choice, dialog } from "../../panels/parts.ts";
import { texts } from "../../texts/texts.ts";
import { type PictureWish, savePicture } from "../picture.ts";

type Part = keyof typeof texts.picture.part;

/** What the picture is to be, as chosen last. */
interface Wish extends Omit<PictureWish, Part>, Record<Part, boolean> {
  readonly isDark: boolean;
}

const PARTS = Object.keys(texts.picture.part) as Part[];
const SCALES = [1, 2, 3, 4, 6, 8];
const wish = signal<Wish>({
  format: "png",
  scale: 2,
  isDark: false,
  ...(Object.fromEntries(PARTS.map((part) => [part, true])) as Record<Part, boolean>),
});

function change(part: Partial<Wish>): void {
  wish.value = { ...wish.peek(), ...part };
}

/** Opens the dialog that saves a picture of what is on the screen. */
export function openPictureDialog(): void {
  change({ isDark: state.dark.peek() });
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
  const { isDark, labels } = wish.value;
  const theme = themeOf(isDark);
  return {
    map,
    scene: { ...seen, theme, colors: topicColors(map, theme), ...(labels ? {} : { labels: [] }) },
  };
}

async function save(): Promise<void> {
  const chosen = chosenScene();
  if (!chosen) return;
  close();
  try {
    if (await savePicture(chosen.scene, chosen.map, wish.peek())) tell(texts.picture.saved);
  } catch (error) {
    tell(`${texts.picture.failed} ${messageOf(error)}`);
  }
}

function show(): TemplateResult {
  const t = texts.picture;
  const chosen = chosenScene();
  const now = wish.value;
  const { width, height } = chosen ? pictureSize(chosen.scene, now) : { width: 0, height: 0 };
  const radio = (name: string, label: string, isOn: boolean, part: Partial<Wish>) =>
    html`<label class="choice"><input type="radio" name=${name} .checked=${isOn} @change=${() => change(part)} /> ${label}</label>`;
  const sizes = SCALES.map(
    (scale) => [scale, t.times(scale, Math.round(width * scale), Math.round(height * scale))] as const,
  );
  const submit = (event: Event) => {
    event.preventDefault();
    void save();
  };
  const form = html`<form @submit=${submit}>
    <fieldset><legend>${t.format}</legend>${(["png", "svg", "pdf"] as const).map((format) => radio("format", t.formats[format], now.format === format, { format }))}</fieldset>
    <fieldset><legend>${t.theme}</legend>${radio("theme", t.light, !now.isDark, { isDark: false })}${radio("theme", t.dark, now.isDark, { isDark: true })}</fieldset>
    <fieldset><legend>${t.parts}</legend>${PARTS.map((part) => check(t.part[part], now[part], (on) => change({ [part]: on }), { name: part }))}</fieldset>
    <label class="size-choice">${t.scale} ${choice(sizes, now.scale, (scale) => change({ scale }))}</label>
    <div class="card-actions"><button class="button primary" type="submit">${t.save}</button></div>
  </form>`;
  return dialog(t.title, form, close, "picture-dialog");
}
