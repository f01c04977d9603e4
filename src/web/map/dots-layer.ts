import { DIMMED_DOT, FIELD_RING, HALO, RING, RINGED_TOPIC } from "../../scene/look.ts";
import { MATCH, type SceneModel, SELECTED } from "../../scene/model.ts";
import { PASSING } from "../../scene/passing.ts";
import { color3, FETCH, float, linkProgram, paperTextures, uniforms } from "./gl.ts";

const RINGED = `(v_state & ${SELECTED | MATCH}u) != 0u`;
/** GLSL of `dotHalo`. */
const halo = (radius: string) =>
  `clamp(${radius} * ${float(HALO.share)} - ${float(HALO.less)}, 0.0, ${float(HALO.most)})`;

const VERTEX = `${FETCH}
uniform int u_pass;
uniform vec3 u_background;
in uint paper;
out vec2 v_at;
out float v_r;
out float v_rim;
flat out uint v_state;
flat out vec3 v_color;
flat out vec3 v_ring;
flat out float v_left;
void main() {
  vec4 place = texelFetch(u_place, slot(paper), 0);
  uvec4 about = texelFetch(u_state, slot(paper), 0);
  v_state = about.r;
  v_r = clamp(place.z * u_dots.x, u_dots.y, u_dots.z);
  float there = present(about);
  v_left = 1.0;
  if (u_passing.z != 0.0) {
    v_r *= (${float(PASSING.begins)} + ${float(1 - PASSING.begins)} * there) * (1.0 + ${float(PASSING.larger)} * fresh(about));
    v_left = mix(${float(PASSING.old)}, 1.0, fresh(about));
  }
  v_color = paint(u_paints.x < 0 ? place.w : float(u_paints.x) + float(about.g));
  v_rim = v_r;
  if (u_paints.y >= 0) {
    if (u_paints.x < 0) v_color = mix(u_background, v_color, ${float(RINGED_TOPIC)});
    v_ring = paint(float(u_paints.y) + float(about.b));
    v_rim = v_r * ${float(1 + FIELD_RING.gap)} + clamp(v_r * ${float(FIELD_RING.share)}, ${float(FIELD_RING.least)}, ${float(FIELD_RING.most)});
  }
  float halo = ${halo("v_r")};
  float reach = v_rim + halo + (${RINGED} ? 4.0 : 0.8);
  // A corner of the triangle around the circle of what is drawn.
  float angle = float(gl_VertexID % 3) * 2.0943951;
  v_at = 2.0 * reach * vec2(sin(angle), cos(angle));
  gl_Position = (v_state & 1u) != 0u || there == 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : clip(pixel(place.xy) + v_at);
}`;

const FRAGMENT = `precision highp float;
precision highp int;
uniform int u_pass;
uniform vec3 u_background;
uniform vec3 u_ink;
uniform vec3 u_accent;
uniform float u_soft;
in vec2 v_at;
in float v_r;
in float v_rim;
flat in uint v_state;
flat in vec3 v_color;
flat in vec3 v_ring;
flat in float v_left;
out vec4 color;
void main() {
  float d = length(v_at);
  float halo = ${halo("v_r")};
  bool dim = u_pass == 1;
  vec3 inner = mix(u_background, v_color, dim ? ${float(DIMMED_DOT)} * v_left : v_left);
  float core = 1.0 - smoothstep(v_r - u_soft, v_r + u_soft, d);
  float rim = 1.0 - smoothstep(v_rim + halo - u_soft, v_rim + halo + u_soft, d);
  vec3 base = u_background;
  if (v_rim > v_r) {
    vec3 outer = mix(u_background, v_ring, dim ? ${float(DIMMED_DOT)} * v_left : v_left);
    float inside = v_r * ${float(1 + FIELD_RING.gap)};
    base = mix(base, outer, (1.0 - smoothstep(v_rim - u_soft, v_rim + u_soft, d)) * smoothstep(inside - u_soft, inside + u_soft, d));
  }
  color = vec4(mix(base, inner, core), 1.0) * rim;
  if (!dim && ${RINGED}) {
    vec3 tone = (v_state & ${SELECTED}u) != 0u ? u_ink : u_accent;
    float ring = 1.0 - smoothstep(${float(RING.width / 2 - 0.1)}, ${float(RING.width / 2 - 0.1)} + 2.0 * u_soft, abs(d - v_rim - halo - ${float(RING.gap)}));
    color = mix(color, vec4(tone, 1.0), ring);
  }
}`;

/**
 * Draws the dots of all papers in one call, and those that are lit, ringed or selected once more above them: a triangle
 * each. As instances they take ten times as long in software.
 */
export function dotsLayer(gl: WebGL2RenderingContext, model: SceneModel) {
  const program = linkProgram(gl, VERTEX, FRAGMENT);
  const at = uniforms(gl, program);
  const bind = paperTextures(gl, model);
  const all = gl.createBuffer();
  const front = gl.createBuffer();
  const uploaded = {
    drawn: undefined as Uint32Array | undefined,
    state: 0,
    fresh: undefined as Uint32Array | undefined,
  };
  let frontCount = 0;

  function draw(buffer: WebGLBuffer, count: number, pass: number): void {
    const paper = gl.getAttribLocation(program, "paper");
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(paper);
    gl.vertexAttribIPointer(paper, 1, gl.UNSIGNED_INT, 0, 0);
    gl.uniform1i(at("u_pass"), pass);
    gl.drawArrays(gl.TRIANGLES, 0, 3 * count);
  }

  return function render(pixelRatio: number): void {
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.useProgram(program);
    bind(at);
    const { papers: drawn } = model.drawn;
    if (uploaded.drawn !== drawn) {
      gl.bindBuffer(gl.ARRAY_BUFFER, all);
      gl.bufferData(gl.ARRAY_BUFFER, thrice(drawn), gl.STATIC_DRAW);
      uploaded.drawn = drawn;
    }
    const fresh = model.passing?.fresh;
    if (uploaded.state !== model.changed.state || uploaded.fresh !== fresh) {
      const { matches, lit, pair, selected } = model.emphasis;
      const papers = [...(fresh ?? []), ...matches, ...lit, ...(pair ?? []), ...selected];
      gl.bindBuffer(gl.ARRAY_BUFFER, front);
      gl.bufferData(gl.ARRAY_BUFFER, thrice(papers), gl.DYNAMIC_DRAW);
      frontCount = papers.length;
      uploaded.state = model.changed.state;
      uploaded.fresh = fresh;
    }
    gl.uniform3f(at("u_background"), ...color3(model.theme.background));
    gl.uniform3f(at("u_ink"), ...color3(model.theme.ink));
    gl.uniform3f(at("u_accent"), ...color3(model.theme.accent));
    gl.uniform1f(at("u_soft"), 0.6 / pixelRatio);
    draw(all, drawn.length, model.emphasis.dims ? 1 : 0);
    if (frontCount > 0) draw(front, frontCount, 2);
  };
}

/** Each paper for three vertices. */
function thrice(papers: ArrayLike<number>): Uint32Array {
  const vertices = new Uint32Array(3 * papers.length);
  for (let k = 0; k < papers.length; k++) vertices.fill(papers[k], 3 * k, 3 * k + 3);
  return vertices;
}
