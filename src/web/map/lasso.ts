import { line, polygonContains } from "d3";
import { HIDDEN, type SceneModel } from "../../scene/model.ts";
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
  const { map, view, state } = model;
  const found: number[] = [];
  for (let i = 0; i < map.x.length; i++) {
    if ((state[i] & HIDDEN) !== 0) continue;
    if (polygonContains(loop, [map.x[i] * view.scale + view.dx, view.dy - map.y[i] * view.scale]))
      found.push(i);
  }
  return found;
}
