// AssemblyScript: `npm run assembly` makes epoch.wasm.ts of it. What it computes is said in descent.ts and epoch.ts.

/** Keeps the push of papers on one spot finite; as in umap-learn. */
const EPSILON: f64 = 0.001;

// Where columns stand, and what stays the same in all epochs.
let places: usize = 0;
let papers: i32 = 0;
let source: usize = 0;
let target: usize = 0;
let pull: usize = 0;
let due: usize = 0;
let links: i32 = 0;
let close: usize = 0;
let closeEach: i32 = 0;
let any: usize = 0;
let anyEach: i32 = 0;
let draws: i32 = 0;
let reach: i32 = 0;

// What changes from epoch to epoch.
let near: f64 = 0;
let far: f64 = 0;
let most: v128 = f64x2.splat(0);
let least: v128 = f64x2.splat(0);

/** Papers that the numbers drawn ahead are left for; the caller draws anew where there is none. */
export let left: i32 = 0;

export function setColumns(places_: usize, papers_: i32, source_: usize, target_: usize, pull_: usize, due_: usize, links_: i32): void {
  places = places_;
  papers = papers_;
  source = source_;
  target = target_;
  pull = pull_;
  due = due_;
  links = links_;
}

export function setDraws(close_: usize, closeEach_: i32, any_: usize, anyEach_: i32, draws_: i32, reach_: i32): void {
  close = close_;
  closeEach = closeEach_;
  any = any_;
  anyEach = anyEach_;
  draws = draws_;
  reach = reach_;
}

@inline
function bytes(numbers: i32): usize {
  return (<usize>numbers) << 2;
}

/** x and y of a paper. */
@inline
function placeOf(i: i32): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(places + ((<usize>i) << 3)));
}

@inline
function put(i: i32, place: v128): void {
  v128.store64_lane(places + ((<usize>i) << 3), f32x4.demote_f64x2_zero(place), 0);
}

@inline
function clip(move: v128): v128 {
  return f64x2.pmax(f64x2.pmin(move, most), least);
}

/** Where a paper gets to that is pushed off another one. */
@inline
function pushed(i: i32, from: v128, to: v128, drawn: i32): v128 {
  const other = drawn < 0 ? drawn + papers : drawn >= papers ? drawn - papers : drawn;
  const apart = other - i;
  const strength = apart <= reach && apart >= -reach ? near : far;
  const d = f64x2.sub(from, placeOf(other));
  const square = f64x2.mul(d, d);
  const d2 = f64x2.extract_lane(square, 0) + f64x2.extract_lane(square, 1);
  const force = strength / ((EPSILON + d2) * (1 + d2));
  return f64x2.add(to, clip(f64x2.mul(f64x2.splat(force), d)));
}

/** Moves paper i off the papers drawn: all from where it then is, so that none waits for the one before. */
@inline
function pushOff(i: i32, nextClose: usize, nextAny: usize): void {
  const from = placeOf(i);
  let to = from;
  for (let k = 0; k < closeEach; k++) to = pushed(i, from, to, i + load<i32>(nextClose + bytes(k)) - reach);
  for (let k = 0; k < anyEach; k++) to = pushed(i, from, to, load<i32>(nextAny + bytes(k)));
  put(i, to);
}

/** Goes over the links from `e` on, as far as the numbers drawn ahead last. @returns the link to go on with */
export function epoch(e: i32, step: f64, near_: f64, far_: f64, longest: f64): i32 {
  near = near_;
  far = far_;
  most = f64x2.splat(longest);
  least = f64x2.splat(-longest);
  let nextClose = close + bytes((draws - left) * closeEach);
  let nextAny = any + bytes((draws - left) * anyEach);
  for (; e < links; e++) {
    const ready = <f64>load<f32>(due + bytes(e)) + <f64>load<f32>(pull + bytes(e));
    if (ready < 1) {
      store<f32>(due + bytes(e), <f32>ready);
      continue;
    }
    if (left == 0) return e;
    store<f32>(due + bytes(e), <f32>(ready - 1));
    const i = load<i32>(source + bytes(e));
    const j = load<i32>(target + bytes(e));
    const a = placeOf(i);
    const b = placeOf(j);
    const d = f64x2.sub(a, b);
    const square = f64x2.mul(d, d);
    const g = (-2 * step) / (1 + f64x2.extract_lane(square, 0) + f64x2.extract_lane(square, 1));
    const move = clip(f64x2.mul(f64x2.splat(g), d));
    put(i, f64x2.add(a, move));
    put(j, f64x2.sub(b, move));
    // Both ends are pushed, so that the two directions of a link count the same.
    pushOff(i, nextClose, nextAny);
    pushOff(j, nextClose + bytes(closeEach), nextAny + bytes(anyEach));
    nextClose += bytes(2 * closeEach);
    nextAny += bytes(2 * anyEach);
    left -= 2;
  }
  return e;
}
