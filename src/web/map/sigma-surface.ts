import "./webgl-globals.ts";
import Sigma from "sigma";
import { bandMarks } from "../../scene/bands.ts";
import { MAX_RATIO, nearestRatio } from "../../scene/camera.ts";
import { labelMarks } from "../../scene/map-marks.ts";
import { dotsLayer } from "./dots-layer.ts";
import { fitCanvas } from "./fit-canvas.ts";
import { isSoftware } from "./gl.ts";
import { linksLayer } from "./links-layer.ts";
import { oneNode } from "./one-node.ts";
import { paintMarks } from "./painter.ts";
import { type MakeSurface, pixelRatio } from "./surface.ts";
import { underPainter } from "./under.ts";

type Layer = (pixelRatio: number) => void;

/**
 * A surface on sigma: its camera, mouse and touch handling, layers and frames, with two programs of our own that draw all
 * papers and all links straight from the map's columns. sigma's graph is one stand-in node: an object per
 * paper would cost a second and 100 MB at 100,000 papers and is read by nobody.
 * @throws where WebGL 2 is missing
 */
export const sigmaSurface: MakeSurface = (container, hooks) => {
  const sigma = new Sigma(oneNode({ x: 0.5, y: 0.5, type: "papers" }), container, {
    allowInvalidContainer: true,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    enableCameraRotation: false,
    stagePadding: 0,
    maxCameraRatio: MAX_RATIO,
    // A notch of the wheel is a quarter.
    zoomingRatio: 1.25,
    zoomDuration: 180,
    doubleClickZoomingDuration: 200,
    nodeProgramClasses: { papers: program((gl) => dotsLayer(gl, hooks.model)) },
    nodeHoverProgramClasses: { papers: program(() => () => {}) },
    edgeProgramClasses: { links: program((gl) => linksLayer(gl, hooks.model)) },
    defaultEdgeType: "links",
  });
  // Picking is ours (a grid over the columns): sigma's would read a pixel back on every move and clear a texture a frame.
  Object.assign(sigma, { getNodeAtPosition: () => null, resetWebGLTexture: () => sigma });
  sigma.setCustomBBox({ x: [0, 1], y: [0, 1] });
  sigma.scheduleRefresh();
  // Where WebGL is drawn in software, canvases are too, unless they are kept in memory: there the same takes a third.
  const context: CanvasRenderingContext2DSettings = {
    willReadFrequently: isSoftware(sigma.getCanvases().nodes.getContext("webgl2")),
  };
  const under = sigma.createCanvas("areas", { beforeLayer: "edges" }).getContext("2d", context);
  const over = sigma.createCanvas("names", { beforeLayer: "mouse" }).getContext("2d", context);
  if (under === null || over === null) throw new Error("no canvas");
  const paintUnder = underPainter(hooks.model);
  const camera = sigma.getCamera();
  const size = () => ({ width: container.offsetWidth || 1, height: container.offsetHeight || 1 });
  camera.clean = (state) => ({ ...state, ...hooks.hold(state, size()) });
  const limitZoom = () => {
    // Wheel and fingers zoom about a point: at the limit they must not pan.
    camera.minRatio = nearestRatio(hooks.model.frame);
  };
  limitZoom();
  sigma.on("beforeRender", () => hooks.before(camera.getState(), size()));
  sigma.on("afterRender", () => {
    limitZoom();
    fitCanvas(under, size());
    paintUnder(under);
    paintMarks(under, bandMarks(hooks.model));
    fitCanvas(over, size());
    paintMarks(over, labelMarks(hooks.model));
    hooks.after();
  });
  const canvases = Object.values(sigma.getCanvases());
  // Layers of sigma's that stay empty: blending them into the page would cost as much as the full ones.
  for (const name of ["edgeLabels", "labels", "hovers", "hoverNodes"])
    sigma.getCanvases()[name].style.display = "none";
  const onLost = (event: Event) => {
    event.preventDefault();
    hooks.lost();
  };
  for (const canvas of canvases) canvas.addEventListener("webglcontextlost", onLost);
  const observer = new ResizeObserver(() => sigma.scheduleRender());
  observer.observe(container);
  return {
    get camera() {
      const { x, y, ratio } = camera.getState();
      return { x, y, ratio };
    },
    setCamera: (state) => camera.setState({ ...state, angle: 0 }),
    size,
    request: () => sigma.scheduleRender(),
    get moving() {
      const mouse = sigma.getMouseCaptor();
      return camera.isAnimated() || mouse.isMoving || sigma.getTouchCaptor().isMoving;
    },
    destroy() {
      observer.disconnect();
      for (const canvas of canvases) canvas.removeEventListener("webglcontextlost", onLost);
      sigma.kill();
      under.canvas.remove();
      over.canvas.remove();
    },
  };
};

/** A sigma program that ignores sigma's items and draws a layer of ours. */
function program(create: (gl: WebGL2RenderingContext) => Layer) {
  return class {
    readonly drawLabel = undefined;
    readonly drawHover = undefined;
    readonly layer: Layer;
    constructor(gl: WebGLRenderingContext) {
      if (!(gl instanceof WebGL2RenderingContext)) throw new Error("WebGL 2 is missing");
      this.layer = create(gl);
    }
    kill() {}
    reallocate() {}
    process() {}
    render() {
      this.layer(pixelRatio());
    }
  };
}
