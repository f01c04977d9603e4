import { rgb } from "../../scene/color.ts";
import type { SceneModel } from "../../scene/model.ts";
import { NEVER } from "../../scene/passing.ts";

/** Texels in a row of a texture that is read by index. */
export const WIDTH = 1024;

/** GLSL to read a paper's place, state and colour, and how far it is there while the years go by (`scene/passing.ts`); shared by dots and links. */
export const FETCH = `
precision highp float;
precision highp int;
uniform highp sampler2D u_place;
uniform highp usampler2D u_state;
uniform highp sampler2D u_palette;
uniform vec3 u_view;
uniform vec2 u_window;
uniform vec3 u_dots;
uniform ivec2 u_paints;
uniform vec3 u_passing;
ivec2 slot(uint i) { return ivec2(int(i & ${WIDTH - 1}u), int(i >> ${Math.log2(WIDTH)}u)); }
vec2 pixel(vec2 p) { return vec2(p.x * u_view.x + u_view.y, u_view.z - p.y * u_view.x); }
vec4 clip(vec2 p) { return vec4(p.x / u_window.x * 2.0 - 1.0, 1.0 - p.y / u_window.y * 2.0, 0.0, 1.0); }
float age(uvec4 about) { return about.a == ${NEVER}u ? -9.0 : u_passing.x - float(about.a); }
float present(uvec4 about) {
  if (u_passing.z == 0.0) return 1.0;
  float come = clamp(1.0 + age(about), 0.0, 1.0);
  return min(come * come * (3.0 - 2.0 * come), clamp(u_passing.y - age(about), 0.0, 1.0));
}
float fresh(uvec4 about) { return u_passing.z == 0.0 ? 1.0 : clamp(1.0 - age(about), 0.0, 1.0); }
vec3 paint(float topic) { return texelFetch(u_palette, slot(uint(topic + 0.5)), 0).rgb; }
`;

/** A number as GLSL writes it. */
export function float(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Compiles and links; throws with the compiler's own words. */
export function linkProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) throw new Error("the WebGL context is lost");
    gl.shaderSource(shader, `#version 300 es\n${source}`);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
      throw new Error(`shader: ${gl.getShaderInfoLog(shader)}`);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`program: ${gl.getProgramInfoLog(program)}`);
  return program;
}

/** Whether a context draws without a graphics card, by the name of its renderer. */
export function isSoftware(gl: WebGL2RenderingContext | null): boolean {
  const name = gl?.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? gl?.RENDERER;
  return /swiftshader|llvmpipe|software|basic render/i.test(String(name && gl?.getParameter(name)));
}

/** Uniform locations by name, looked up once. */
export function uniforms(gl: WebGL2RenderingContext, program: WebGLProgram) {
  const known = new Map<string, WebGLUniformLocation | null>();
  return (name: string) => {
    let at = known.get(name);
    if (at === undefined) {
      at = gl.getUniformLocation(program, name);
      known.set(name, at);
    }
    return at;
  };
}

/** The papers' columns as textures of one context, uploaded only when they changed. */
export function paperTextures(gl: WebGL2RenderingContext, model: SceneModel) {
  const place = texture(gl);
  const state = texture(gl);
  const palette = texture(gl);
  const uploaded = { places: 0, state: 0, colors: 0 };
  let bytes = new Uint8Array(4 * WIDTH);
  /** What was last written into each of its four channels. */
  let written: readonly (Uint8Array | undefined)[] = [];
  /** Brings the textures up to date and binds them and the view to the program in use. */
  return function bind(at: (name: string) => WebGLUniformLocation | null): void {
    const n = model.map.x.length;
    const rows = Math.max(1, Math.ceil(n / WIDTH));
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, place);
    if (uploaded.places !== model.changed.places) {
      const data = new Float32Array(rows * WIDTH * 4);
      const strays = model.colors.length;
      const { map, sizes } = model;
      for (let i = 0; i < n; i++) {
        data[4 * i] = map.x[i];
        data[4 * i + 1] = map.y[i];
        data[4 * i + 2] = sizes[i];
        data[4 * i + 3] = map.topic[i] >= 0 && map.topic[i] < strays ? map.topic[i] : strays;
      }
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, WIDTH, rows, 0, gl.RGBA, gl.FLOAT, data);
      uploaded.places = model.changed.places;
    }
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, state);
    if (uploaded.state !== model.changed.state) {
      if (bytes.length !== 4 * rows * WIDTH) {
        bytes = new Uint8Array(4 * rows * WIDTH);
        written = [];
      }
      const columns = [model.state, model.fill?.codes, model.ring?.codes, model.passing?.when];
      for (const [channel, column] of columns.entries()) {
        // States change in place, with each paper that is pointed at; the others are columns that come and go.
        if (channel > 0 && column === written[channel]) continue;
        for (let i = 0; i < n; i++) bytes[4 * i + channel] = column ? column[i] : 0;
      }
      written = columns;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8UI, WIDTH, rows, 0, gl.RGBA_INTEGER, gl.UNSIGNED_BYTE, bytes);
      uploaded.state = model.changed.state;
    }
    gl.activeTexture(gl.TEXTURE2);
    gl.bindTexture(gl.TEXTURE_2D, palette);
    if (uploaded.colors !== model.changed.colors) {
      const { fill, ring } = model;
      const colors = [...model.colors, model.theme.stray, ...(fill?.colors ?? []), ...(ring?.colors ?? [])];
      const high = Math.ceil(colors.length / WIDTH);
      const data = new Uint8Array(high * WIDTH * 4);
      for (const [t, color] of colors.entries()) data.set([...rgb(color), 255], 4 * t);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, WIDTH, high, 0, gl.RGBA, gl.UNSIGNED_BYTE, data);
      uploaded.colors = model.changed.colors;
    }
    // Where in the palette the colours of fill and ring begin; −1 for none.
    const first = model.colors.length + 1;
    gl.uniform2i(
      at("u_paints"),
      model.fill ? first : -1,
      model.ring ? first + (model.fill?.colors.length ?? 0) : -1,
    );
    const { at: time = 0, span = 0 } = model.passing ?? {};
    gl.uniform3f(at("u_passing"), time, Math.min(span, 1e6), model.passing ? 1 : 0);
    gl.uniform1i(at("u_place"), 0);
    gl.uniform1i(at("u_state"), 1);
    gl.uniform1i(at("u_palette"), 2);
    gl.uniform3f(at("u_view"), model.view.scale, model.view.dx, model.view.dy);
    gl.uniform2f(at("u_window"), model.view.width, model.view.height);
    gl.uniform3f(at("u_dots"), model.dots.scale, model.dots.least, model.dots.most);
  };
}

/** A texture that is read texel by texel. */
export function texture(gl: WebGL2RenderingContext): WebGLTexture {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
  return made;
}

/** A theme colour as the three numbers of a uniform. */
export function color3(hex: string): [number, number, number] {
  const [r, g, b] = rgb(hex);
  return [r / 255, g / 255, b / 255];
}
