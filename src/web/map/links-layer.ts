import { LINK, LIT_LINK, linkCalm, linkShare, singleShares } from "../../scene/look.ts";
import { RESTING, type SceneModel } from "../../scene/model.ts";
import { PASSING } from "../../scene/passing.ts";
import { color3, FETCH, float, linkProgram, paperTextures, texture, uniforms, WIDTH } from "./gl.ts";

const { within, between, width } = LINK;
const { plain, faint, emphasised } = LIT_LINK;
/** GLSL of `linkLook`'s base opacity, and of half a link's width. */
const base = ({ alpha, stronger }: { readonly alpha: number; readonly stronger: number }) =>
  `${float(alpha)} + ${float(stronger)} * strength`;
const half = (least: number, wider: number) => `${float(least / 2)} + ${float(wider / 2)} * strength`;

const VERTEX = `${FETCH}
uniform uint u_kinds;
uniform float u_least[8];
uniform int u_pass;
uniform vec3 u_grey;
uniform vec3 u_accent;
uniform float u_alpha;
uniform float u_calm;
uniform vec2 u_single;
uniform highp usampler2D u_links;
out float v_across;
out float v_half;
flat out vec4 v_color;
void main() {
  uvec4 link = texelFetch(u_links, slot(uint(gl_VertexID / 6)), 0);
  uvec2 ends = link.xy;
  float weight = uintBitsToFloat(link.z);
  uint look = link.w;
  // Two triangles of a strip: corners 0 1 2 and 2 1 3.
  int at = gl_VertexID % 6;
  int corner = at < 3 ? at : at == 3 ? 2 : at == 4 ? 1 : 3;
  vec4 a = texelFetch(u_place, slot(ends.x), 0);
  vec4 b = texelFetch(u_place, slot(ends.y), 0);
  uvec4 here = texelFetch(u_state, slot(ends.x), 0);
  uvec4 there = texelFetch(u_state, slot(ends.y), 0);
  uint hidden = (here.r | there.r) & 1u;
  uint kind = (look >> 16) & 255u;
  if (hidden != 0u || ((u_kinds >> kind) & 1u) == 0u || weight < u_least[kind]) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float strength = float(look & 65535u) / 65535.0;
  vec2 p = pixel(a.xy);
  vec2 q = pixel(b.xy);
  float far = max(length(q - p), 0.001);
  vec2 along = (q - p) / far;
  bool same = a.w == b.w;
  float half_ = ${half(width.least, width.stronger)};
  float alpha = (same ? ${base(within)} : ${base(between)})
    * min(1.0, sqrt((same ? ${float(within.length)} : ${float(between.length)}) / far))
    * (same ? u_calm * u_single.x : u_calm * sqrt(u_calm) * u_single.y);
  alpha *= min(present(here), present(there)) * mix(${float(PASSING.oldLink)}, 1.0, max(fresh(here), fresh(there)));
  bool own = same && u_paints.x < 0;
  vec3 tone = own ? paint(a.w) : u_grey;
  if (u_pass == 1) {
    half_ = ${half(plain.width, plain.wider)};
    alpha = ${base(plain)};
    tone = own ? paint(a.w) : u_paints.x < 0 ? mix(u_grey, paint(b.w), 0.5) : u_grey;
    if (((look >> 30) & 1u) == 1u) {
      half_ = ${half(faint.width, faint.wider)};
      alpha = ${base(faint)} * strength;
    }
    if ((look >> 31) == 1u) {
      half_ = ${float(emphasised.width / 2)};
      alpha = ${float(emphasised.alpha)};
      tone = u_accent;
    }
  }
  // What is fainter than a display can show costs as much as the rest: it is left out.
  if (alpha * u_alpha < 0.004) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  v_half = half_;
  v_across = (corner < 2 ? -1.0 : 1.0) * (half_ + 0.7);
  v_color = vec4(tone, 1.0) * alpha * u_alpha;
  vec2 side = vec2(-along.y, along.x) * v_across;
  gl_Position = clip((corner % 2 == 0 ? p : q) + side);
}`;

const FRAGMENT = `precision highp float;
in float v_across;
in float v_half;
flat in vec4 v_color;
out vec4 color;
void main() { color = v_color * (1.0 - smoothstep(v_half - 0.5, v_half + 0.7, abs(v_across))); }`;

const NOTHING = new Float32Array(8);
/** The texture unit of the links; those before are the papers'. */
const UNIT = 3;

/**
 * Draws links, the strongest first: as many as the zoom and the motion allow; then the lit ones above them. Links are read
 * from a texture by the number of the vertex: to draw in software an instance each takes ten times as long.
 */
export function linksLayer(gl: WebGL2RenderingContext, model: SceneModel) {
  const program = linkProgram(gl, VERTEX, FRAGMENT);
  const at = uniforms(gl, program);
  const bind = paperTextures(gl, model);
  const all = texture(gl);
  const lit = texture(gl);
  const uploaded = { links: 0, lit: 0 };
  const least = new Float32Array(8);
  let litCount = 0;

  function draw(links: WebGLTexture, count: number, pass: number): void {
    if (count === 0) return;
    gl.activeTexture(gl.TEXTURE0 + UNIT);
    gl.bindTexture(gl.TEXTURE_2D, links);
    gl.uniform1i(at("u_links"), UNIT);
    gl.uniform1i(at("u_pass"), pass);
    gl.drawArrays(gl.TRIANGLES, 0, 6 * count);
  }

  function upload(to: WebGLTexture, words: Uint32Array): void {
    gl.activeTexture(gl.TEXTURE0 + UNIT);
    gl.bindTexture(gl.TEXTURE_2D, to);
    const rows = words.length / (4 * WIDTH);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32UI, WIDTH, rows, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, words);
  }

  return function render(): void {
    if (model.links.weight.length === 0) return;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.useProgram(program);
    bind(at);
    if (uploaded.links !== model.changed.links) {
      upload(all, packed(model));
      uploaded.links = model.changed.links;
    }
    if (uploaded.lit !== model.changed.lit) {
      upload(lit, packed(model, model.emphasis));
      litCount = model.emphasis.links.length;
      uploaded.lit = model.changed.lit;
    }
    gl.uniform1ui(at("u_kinds"), model.filter.kinds);
    least.set(Array.from(model.filter.least));
    gl.uniform1fv(at("u_least"), least);
    gl.uniform3f(at("u_grey"), ...color3(model.theme.link));
    gl.uniform3f(at("u_accent"), ...color3(model.theme.accent));
    gl.uniform1f(at("u_alpha"), linkShare(model.theme.dark, model.emphasis.dims));
    gl.uniform1f(at("u_calm"), linkCalm(model.linkCount));
    const { within, between } = singleShares(model.bundled, model.map.x.length);
    gl.uniform2f(at("u_single"), within, between);
    draw(all, model.linkCount, 0);
    gl.uniform1f(at("u_alpha"), 1);
    gl.uniform1ui(at("u_kinds"), 255);
    gl.uniform1fv(at("u_least"), NOTHING);
    draw(lit, litCount, 1);
  };
}

/**
 * As many links as are ever drawn, or those that stand out, the last of them first: two ends, weight, and strength (16
 * bits) + kind (8) + faint (1) + emphasised (1). Whole rows of the texture.
 */
function packed({ links }: SceneModel, lit?: SceneModel["emphasis"]): Uint32Array {
  const { source, target, weight, strength, kind } = links;
  const count = lit?.links.length ?? Math.min(weight.length, RESTING);
  const words = new Uint32Array(Math.max(1, Math.ceil(count / WIDTH)) * WIDTH * 4);
  const floats = new Float32Array(words.buffer);
  for (let k = 0; k < count; k++) {
    const e = lit === undefined ? k : lit.links[count - 1 - k];
    words[4 * k] = source[e];
    words[4 * k + 1] = target[e];
    floats[4 * k + 2] = weight[e];
    let look = Math.round(strength[e] * 65535) | (kind[e] << 16);
    if (lit?.pair?.includes(source[e]) && lit.pair.includes(target[e])) look |= 0x80000000;
    else if (lit !== undefined && count - k > lit.plain) look |= 0x40000000;
    words[4 * k + 3] = look;
  }
  return words;
}
