import { effect, signal } from "@preact/signals-core";
import { FONT, themeOf } from "../../../scene/theme.ts";
import { download, fileName } from "../../output/save.ts";
import { messageOf, tell } from "../../page/actions.ts";
import type { MapState } from "../../page/map-state.ts";
import * as state from "../../page/state.ts";
import { timeTexts } from "../../texts/time.ts";
import { type Caption, captionOf, happened } from "./captions.ts";
import { goTo, playing, toggleRun, YEAR } from "./player.ts";
import { playOf } from "./store.ts";

/** Pictures a second, bits a second, the widest picture, and how long the last year stays, in ms. */
const FILM = { rate: 30, bits: 8_000_000, width: 1920, last: 1800 } as const;
const TYPES = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"];

/** The film that is being taken: what ends it without one. */
export const filming = signal<{ cancel(): void } | undefined>(undefined);

function typeOfFilm(): string | undefined {
  return typeof MediaRecorder === "undefined" || !("captureStream" in HTMLCanvasElement.prototype)
    ? undefined
    : TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}

/** Whether this browser makes films. */
export const canFilm = () => typeOfFilm() !== undefined;

/** Takes a film of the years as they are seen, from the first to the last, with year and caption drawn in; saved when it is done. */
export async function film(now: MapState): Promise<void> {
  try {
    const blob = await take(now);
    if (blob) download([blob], `${fileName()}-years.webm`, "video/webm");
  } catch (error) {
    tell(`${timeTexts.play.filmFailed} ${messageOf(error)}`);
  } finally {
    filming.value = undefined;
  }
}

/** The film; undefined where it was cancelled. @throws where the browser cannot record */
async function take(now: MapState): Promise<Blob | undefined> {
  const map = document.getElementById("map");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const type = typeOfFilm();
  if (!map || !context || !type) throw new Error(timeTexts.play.noFilm);
  const scale = Math.min(window.devicePixelRatio || 1, FILM.width / map.clientWidth);
  // Video wants even numbers.
  canvas.width = 2 * Math.round((map.clientWidth * scale) / 2);
  canvas.height = 2 * Math.round((map.clientHeight * scale) / 2);
  const recorder = new MediaRecorder(canvas.captureStream(FILM.rate), {
    mimeType: type,
    videoBitsPerSecond: FILM.bits,
  });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const { column, isRunning, range } = playOf(now);
  const [first, last] = range.peek();
  const ground = document.createElement("canvas");
  ground.width = canvas.width;
  ground.height = canvas.height;
  let endCopying: (() => void) | undefined;
  let frame = 0;
  const draw = () => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(ground, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    write(context, captionOf(now, column.peek()));
    frame = requestAnimationFrame(draw);
  };
  // A page that is not seen draws nothing: the film waits.
  const wait = () => (document.hidden ? recorder.pause() : recorder.resume());
  return new Promise((done, fail) => {
    let [isCancelled, isBegun] = [false, false];
    const timers: ReturnType<typeof setTimeout>[] = [];
    const later = (ms: number, act: () => void) => timers.push(setTimeout(act, ms));
    const end = () => {
      endCopying?.();
      endWatching?.();
      for (const timer of timers) clearTimeout(timer);
      cancelAnimationFrame(frame);
      document.removeEventListener("visibilitychange", wait);
      done(isCancelled ? undefined : new Blob(pieces, { type: "video/webm" }));
    };
    const stop = () => (recorder.state === "inactive" ? end() : recorder.stop());
    const cancel = () => {
      isCancelled = true;
      isRunning.value = false;
      stop();
    };
    let endWatching: (() => void) | undefined;
    recorder.onstop = end;
    recorder.onerror = () => fail(new Error(timeTexts.play.noFilm));
    const begin = () => {
      document.addEventListener("visibilitychange", wait);
      draw();
      recorder.start(1000);
      if (first === last) return void later(FILM.last, stop);
      later(YEAR.whole, () => {
        toggleRun(now);
        endWatching = effect(() => {
          const isOver = !isRunning.value;
          if (playing.value !== now) cancel();
          else if (isOver) later(FILM.last, column.peek() === last ? stop : cancel);
        });
      });
    };
    filming.value = { cancel };
    isRunning.value = false;
    endCopying = state.mapView.peek()?.on("drawn", () => {
      copy(ground, map);
      if (isBegun) return;
      // Not before there is something to see.
      isBegun = true;
      begin();
    });
    goTo(now, first);
  });
}

/** Copies the map as it was drawn just now; a moment later the browser has cleared it. */
function copy(ground: HTMLCanvasElement, map: HTMLElement): void {
  const context = ground.getContext("2d");
  if (!context) return;
  context.fillStyle = themeOf(state.dark.peek()).background;
  context.fillRect(0, 0, ground.width, ground.height);
  for (const layer of map.querySelectorAll("canvas"))
    if (layer.width > 0 && layer.style.display !== "none")
      context.drawImage(layer, 0, 0, ground.width, ground.height);
}

/** Writes title, year and caption over it; the unit is a pixel of the page. */
function write(context: CanvasRenderingContext2D, { year, counts, happenings }: Caption): void {
  const theme = themeOf(state.dark.peek());
  const { a: scale } = context.getTransform();
  const [width, height] = [context.canvas.width / scale, context.canvas.height / scale];
  context.textAlign = "left";
  context.lineJoin = "round";
  const say = (text: string, x: number, y: number, size: number, weight: number, color: string) => {
    context.font = `${weight} ${size}px ${FONT}`;
    context.strokeStyle = theme.background;
    context.lineWidth = 5;
    context.strokeText(text, x, y, width - x - 16);
    context.fillStyle = color;
    context.fillText(text, x, y, width - x - 16);
  };
  const isNarrow = width < 600;
  const big = isNarrow ? 40 : 60;
  const left = 24;
  const lines = happenings.map(happened);
  const low = height - 22 - (isNarrow ? lines.length * 20 : 0);
  say(year, left, low, big, 700, theme.ink);
  context.font = `700 ${big}px ${FONT}`;
  const right = left + context.measureText(year).width + 20;
  const top = isNarrow ? low - 22 : low - Math.max(0, lines.length - 1) * 21 - 20;
  say(counts, right, isNarrow ? low : top - 2, 14, 400, theme.soft);
  for (const [k, line] of lines.entries())
    say(line, isNarrow ? left : right, isNarrow ? low + 22 + k * 20 : top + 20 + k * 21, 15, 400, theme.ink);
  const title = state.atlas.peek()?.map.title ?? "";
  if (title !== "") say(title, left, 34, 17, 700, theme.ink);
}
