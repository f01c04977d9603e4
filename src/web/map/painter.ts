import { HALO_ALPHA, type Mark, type TextMark } from "../../scene/mark.ts";
import { drawRings } from "../../scene/rings.ts";
import { FONT } from "../../scene/theme.ts";

type Context = CanvasRenderingContext2D;

/** Draws marks on a canvas, whose unit is a pixel of the scene. */
export function paintMarks(context: Context, marks: Iterable<Mark>): void {
  context.lineJoin = "round";
  for (const mark of marks) paint(context, mark);
  context.globalAlpha = 1;
}

function paint(context: Context, mark: Mark): void {
  context.globalAlpha = 1;
  switch (mark.shape) {
    case "box":
      context.fillStyle = mark.color;
      context.fillRect(mark.x, mark.y, mark.width, mark.height);
      break;
    case "begin":
      context.save();
      if (!mark.clip) break;
      context.beginPath();
      context.rect(mark.clip.x, mark.clip.y, mark.clip.width, mark.clip.height);
      context.clip();
      break;
    case "end":
      context.restore();
      break;
    case "area":
      context.beginPath();
      drawRings(mark.rings, context, mark.straight);
      context.fillStyle = mark.color;
      context.globalAlpha = mark.fill;
      context.fill("evenodd");
      if (mark.line === 0) break;
      context.strokeStyle = mark.color;
      context.globalAlpha = mark.line;
      context.lineWidth = 1;
      context.stroke();
      break;
    case "line":
      context.globalAlpha = mark.alpha;
      context.strokeStyle = mark.color;
      context.lineWidth = mark.width;
      context.beginPath();
      context.moveTo(mark.x1, mark.y1);
      context.lineTo(mark.x2, mark.y2);
      context.stroke();
      break;
    case "dot":
      if (mark.ring > 0) disc(context, mark.x, mark.y, mark.radius + mark.ring, mark.ringColor);
      disc(context, mark.x, mark.y, mark.radius, mark.color);
      break;
    case "text":
      text(context, mark);
  }
}

/** A filled circle. */
export function disc(context: Context, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function text(context: Context, { text: line, x, y, size, weight, color, isCentered, halo }: TextMark): void {
  context.font = `${weight} ${size}px ${FONT}`;
  context.textAlign = isCentered ? "center" : "left";
  if (halo) {
    context.strokeStyle = halo.color;
    context.lineWidth = halo.width;
    context.globalAlpha = HALO_ALPHA;
    context.strokeText(line, x, y);
    context.globalAlpha = 1;
  }
  context.fillStyle = color;
  context.fillText(line, x, y);
}
