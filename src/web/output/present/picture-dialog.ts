import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { type PictureOptions, pictureScene } from "../../../export/picture.ts";
import { PICTURE_SIZES } from "../../../export/picture-names.ts";
import type { TopicMap } from "../../../model/map.ts";
import { LOOKS, type Look } from "../../../scene/look.ts";
import { reliefOf } from "../../../scene/relief.ts";
import type { Scene } from "../../../scene/scene.ts";
import { themeOf, topicColors } from "../../../scene/theme.ts";
import { paintsOf } from "../../../view/dots.ts";
import { flipped, messageOf, tell } from "../../page/actions.ts";
import * as state from "../../page/state.ts";
import { check, choice, dialog } from "../../panels/parts.ts";
import { texts } from "../../texts/texts.ts";
import { citationPicture } from "../citation-picture.ts";
import { type Drawing, drawingOf, type PictureWish, paintPicture, savePicture } from "../picture.ts";

type Part = keyof typeof texts.picture.part;

const PARTS = Object.keys(texts.picture.part) as Part[];
/** Smaller pictures of lanes have no room for their names. */
const LEAST = { width: 900, height: 560 };
/** CSS pixels that the preview takes at most. */
const PREVIEW = { width: 520, height: 300 };

const format = signal<PictureWish["format"]>("png");
const scale = signal(2);
const dark = signal<boolean | undefined>(undefined);
const looks = signal<Look | undefined>(undefined);
const without = signal<ReadonlySet<Part>>(new Set());
/** What is drawn: what is on the screen, or the whole map as the command line draws it. */
const shown = signal<keyof typeof texts.picture.shows>("view");
/** A name in PICTURE_SIZES; "window" is as large as the map on the screen. */
const size = signal("window");

/** Opens the dialog that saves a picture of what is on the screen, or of the whole map. */
export function openPictureDialog(): void {
  dark.value = undefined;
  looks.value = undefined;
  const isCitations = state.current.peek()?.view.peek() === "citations";
  if (isCitations && citationPicture) shown.value = "citations";
  else if (shown.peek() === "citations") shown.value = "view";
  state.extra.value = show;
}

/** What can be shown: citations where there are some. */
function shows(): (typeof shown.value)[] {
  const has = state.atlas.value?.map.edges.some(({ kind }) => kind === "citation" || kind === "mention");
  return has && citationPicture ? ["view", "whole", "citations"] : ["view", "whole"];
}

const close = () => {
  state.extra.value = undefined;
};

function wish(): PictureWish & PictureOptions {
  const [width, height] = PICTURE_SIZES.get(size.value) ?? [];
  return {
    format: format.value,
    scale: scale.value,
    look: looks.value ?? state.look.value,
    dark: dark.value ?? state.dark.value,
    labels: !without.value.has("labels"),
    background: !without.value.has("background"),
    legend: !without.value.has("legend"),
    title: !without.value.has("title"),
    smallPrint: !without.value.has("smallPrint"),
    ...(width && height ? { width, height } : {}),
  };
}

/** What is to be drawn, with all that was chosen. */
function chosenPicture(): { readonly map: TopicMap; readonly drawing: Drawing } | undefined {
  const map = state.atlas.value?.map;
  if (!map) return undefined;
  const options = wish();
  if (shown.value === "citations" && citationPicture) {
    const seen = state.mapView.value?.scene().view;
    const { width = seen?.width, height = seen?.height } = options;
    const size =
      width && height ? { width: Math.max(width, LEAST.width), height: Math.max(height, LEAST.height) } : {};
    return { map, drawing: citationPicture(map, { ...options, ...size }) };
  }
  const scene = chosenScene(map, options);
  return scene && { map, drawing: drawingOf(scene, options) };
}

function chosenScene(map: TopicMap, options: PictureOptions): Scene | undefined {
  const seen = state.mapView.value?.scene();
  if (!seen) return undefined;
  if (shown.value === "whole") {
    const { width, height } = seen.view;
    return pictureScene(map, { width, height, ...options, dots: dotsNow() });
  }
  const drawn = elsewhere(seen, options);
  // A relief has no links: where the screen shows one, the flat map's are counted anew.
  const { linkCount } = seen.relief ? drawn : seen;
  const relief = options.look === "relief" ? reliefOf(map) : undefined;
  const scene = { ...(options.width ? drawn : seen), linkCount, relief };
  const theme = themeOf(options.dark ?? false);
  const labels = options.labels === false ? [] : scene.labels;
  return { ...scene, theme, colors: topicColors(map, theme), labels, ...paintsFor(map, theme.dark) };
}

const dotsNow = () => state.current.peek()?.dots.peek() ?? {};
/** What dots are filled and ringed with on the screen, in a theme. */
const paintsFor = (map: TopicMap, isDark: boolean) =>
  paintsOf(map, dotsNow(), isDark, state.current.peek()?.filters.peek());

/** What is on the screen in a window of another size: the same camera, filters and sizes. */
function elsewhere(seen: Scene, options: PictureOptions): Scene {
  const camera = state.mapView.peek()?.camera;
  const { visible, sizes, drawOrder, filter } = seen;
  const scene = pictureScene(seen.map, {
    ...options,
    ...(camera ? { camera } : {}),
    ...(visible ? { visible } : {}),
  });
  return { ...scene, sizes, drawOrder, filter };
}

async function save(): Promise<void> {
  const chosen = chosenPicture();
  if (!chosen) return;
  close();
  try {
    if (await savePicture(chosen.drawing, chosen.map, wish())) tell(texts.picture.saved);
  } catch (error) {
    tell(`${texts.picture.failed} ${messageOf(error)}`);
  }
}

function show(): TemplateResult {
  const t = texts.picture;
  const chosen = chosenPicture();
  const options = wish();
  const { width, height } = chosen?.drawing ?? { width: 1, height: 1 };
  const radio = (name: string, label: string, isOn: boolean, act: () => void) =>
    html`<label class="choice"><input type="radio" name=${name} .checked=${isOn} @change=${act} /> ${label}</label>`;
  const scales = [1, 2, 3, 4, 6, 8].map(
    (one) => [one, t.times(one, Math.round(width * one), Math.round(height * one))] as const,
  );
  const sizes = [["window", t.window], ...[...PICTURE_SIZES.keys()].map((name) => [name, t.size(name)])] as [
    string,
    string,
  ][];
  const small = Math.min(PREVIEW.width / width, PREVIEW.height / height);
  const preview = ref((canvas) => {
    if (chosen && canvas instanceof HTMLCanvasElement)
      paintPicture(canvas, chosen.drawing, small * devicePixelRatio);
  });
  const form = html`<form @submit=${(event: Event) => {
    event.preventDefault();
    void save();
  }}>
    <canvas class="preview" role="img" aria-label=${t.preview} .style=${`width: ${Math.round(width * small)}px`} ${preview}></canvas>
    <fieldset class="wide-choice"><legend>${t.format}</legend>${(["png", "svg", "pdf"] as const).map((one) =>
      radio("format", t.formats[one], format.value === one, () => {
        format.value = one;
      }),
    )}</fieldset>
    <fieldset><legend>${t.shown}</legend>${shows().map((one) =>
      radio("shown", t.shows[one], shown.value === one, () => {
        shown.value = one;
      }),
    )}</fieldset>
    <fieldset><legend>${t.theme}</legend>${[false, true].map((one) =>
      radio("theme", one ? t.dark : t.light, options.dark === one, () => {
        dark.value = one;
      }),
    )}</fieldset>
    <fieldset><legend>${texts.tools.look}</legend>${LOOKS.map((one) =>
      radio("look", texts.tools.looks[one], options.look === one, () => {
        looks.value = one;
      }),
    )}</fieldset>
    <fieldset class="wide-choice"><legend>${t.parts}</legend>${PARTS.map((part) =>
      check(
        t.part[part],
        !without.value.has(part),
        () => {
          without.value = flipped(without.peek(), part);
        },
        { name: part },
      ),
    )}</fieldset>
    <div class="size-choice"><label>${t.paper} ${choice(sizes, size.value, (one) => {
      size.value = one;
      // Paper has its own size; a window's pixels are few for a slide.
      scale.value = one === "window" ? 2 : 1;
    })}</label> <label>${t.scale} ${choice(scales, scale.value, (one) => {
      scale.value = one;
    })}</label></div>
    <div class="card-actions"><button class="button primary" type="submit">${t.save}</button></div>
  </form>`;
  return dialog(t.title, form, close, "picture-dialog");
}
