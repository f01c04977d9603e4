import { extent, line, polygonContains } from "d3";
import { HIDDEN, type SceneModel } from "../../scene/model.ts";
import { visitBox } from "../../scene/paper-grid.ts";
import { fitCanvas } from "./fit-canvas.ts";

/** Lets the pointer draw loops over the map; hands back the visible papers in each. Returns a function that ends it. */
export function startLasso(
  container: HTMLElement,
  model: SceneModel,
  done: (papers: number[]) => void,
): () => void {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = "position:absolute;inset:0;touch-action:none;cursor:crosshair;z-index:3";
  container.append(canvas);
  const context = canvas.getContext("2d");
  let loop: [number, number][] = [];
  const draw = () => {
    if (context === null) return;
    fitCanvas(context, { width: container.offsetWidth, height: container.offsetHeight });
    if (loop.length < 2) return;
    context.beginPath();
    line().context(context)(loop);
    context.closePath();
    context.fillStyle = model.theme.accent;
    context.strokeStyle = model.theme.accent;
    context.globalAlpha = 0.12;
    context.fill("evenodd");
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.setLineDash([5, 4]);
    context.stroke();
  };
  const add = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    loop.push([event.clientX - box.left, event.clientY - box.top]);
    draw();
  };
  canvas.addEventListener("pointerdown", (event) => {
    loop = [];
    canvas.setPointerCapture(event.pointerId);
    add(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons !== 0 && loop.length > 0) add(event);
  });
  canvas.addEventListener("pointerup", () => {
    const papers = loop.length < 3 ? [] : papersInside(model, loop);
    loop = [];
    draw();
    done(papers);
  });
  draw();
  return () => canvas.remove();
}

function papersInside(model: SceneModel, loop: [number, number][]): number[] {
  const { map, view, state, candidates } = model;
  const { scale, dx, dy } = view;
  const [left = 0, right = 0] = extent(loop, ([x]) => (x - dx) / scale);
  const [top = 0, bottom = 0] = extent(loop, ([, y]) => (dy - y) / scale);
  const found: number[] = [];
  visitBox(candidates.grid, { left, top, right, bottom }, (i) => {
    const isInside =
      (state[i] & HIDDEN) === 0 && polygonContains(loop, [map.x[i] * scale + dx, dy - map.y[i] * scale]);
    if (isInside) found.push(i);
    return false;
  });
  return found.sort((a, b) => a - b);
}
