import { extent } from "../../kernel/columns.ts";
import type { Size } from "../../scene/camera.ts";
import { textWidth } from "../../scene/metrics.ts";
import { laneName, roomFor } from "./lane-names.ts";
import type { CitationModel } from "./model.ts";

/** Zoom and shift over the view at home: pixels = home · k + (x, y). */
export interface Look {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const HOME: Look = { k: 1, x: 0, y: 0 };
/** How small and how large the view can be made. */
export const SCALES = [0.7, 40] as const;

/** Units of the lanes to pixels: px = x · sx + dx, py = y · sy + dy. */
export interface Frame extends Size {
  readonly sx: number;
  readonly sy: number;
  readonly dx: number;
  readonly dy: number;
  /** Names of lanes stand to the right of them, not on them. */
  readonly beside: boolean;
  /** Pixels for a line of a name beside its lane. */
  readonly names: number;
}

/** Room for the years below, the switch above, tools to the left, and to the right beside the names of lanes. */
const ROOM = { left: 66, right: 22, top: 58, bottom: 40 };
const ROOM_NARROW = { left: 12, right: 12, top: 58, bottom: 84 };
/** From this width on names of lanes stand beside them. */
export const WIDE = 640;
/** Names of lanes have so many pixels, and up to a share of the window where they need it. */
const NAMES = { least: 150, most: 250, share: 0.24 } as const;
/** Size and weight of names beside lanes. */
export const NAME_FONT = { size: 12.5, weight: 650 } as const;
/** Few papers are not blown up to fill the window. */
const LARGEST_UNIT = { x: 150, y: 74 };

/** The frame of a look. */
export function frameOf({ map, lanes }: CitationModel, { width, height }: Size, look: Look): Frame {
  const beside = width >= WIDE;
  const room = beside ? ROOM : ROOM_NARROW;
  const h = Math.max(60, height - room.top - room.bottom);
  const sy = Math.min(LARGEST_UNIT.y, h / Math.max(1, lanes.height));
  const named = lanes.lanes.map(({ topic, from, to }) => ({
    name: laneName(map, topic),
    top: from * sy,
    bottom: to * sy,
  }));
  const names = roomFor(
    named,
    (text) => textWidth(text, NAME_FONT.size, NAME_FONT.weight),
    NAMES.least,
    Math.min(NAMES.most, width * NAMES.share),
  );
  const w = Math.max(60, width - room.left - room.right - (beside ? names : 0));
  const sx = Math.min(LARGEST_UNIT.x, w / Math.max(1, lanes.width));
  const left = room.left + (w - lanes.width * sx) / 2;
  const top = room.top + (h - lanes.height * sy) / 2;
  return {
    width,
    height,
    sx: sx * look.k,
    sy: sy * look.k,
    dx: left * look.k + look.x,
    dy: top * look.k + look.y,
    beside,
    names,
  };
}

/** The look that shows some papers in the middle, never nearer than is useful. */
export function lookAt(model: CitationModel, size: Size, papers: readonly number[]): Look {
  const home = frameOf(model, size, HOME);
  const shown = papers.filter((i) => model.lanes.shown[i] === 1);
  if (shown.length === 0) return HOME;
  const xs = shown.map((i) => model.lanes.x[i] * home.sx + home.dx);
  const ys = shown.map((i) => model.lanes.y[i] * home.sy + home.dy);
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  const k = Math.max(
    1,
    Math.min(
      shown.length === 1 ? 1.7 : 4,
      (size.width * 0.75) / Math.max(1, right - left),
      (size.height * 0.7) / Math.max(1, bottom - top),
    ),
  );
  if (k <= 1.02) return HOME;
  return { k, x: size.width / 2 - ((left + right) / 2) * k, y: size.height / 2 - ((top + bottom) / 2) * k };
}

/** The dot of paper i in pixels: more cited papers are larger. */
export function radiusOf({ cited, mostCited }: CitationModel, frame: Frame, i: number): number {
  const unit = Math.min(frame.sx, frame.sy);
  const share = Math.sqrt(cited[i] / mostCited);
  return Math.max(1.7 + 2.6 * share, Math.min(13, unit * (0.26 + 0.36 * share)));
}
