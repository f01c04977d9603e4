/** A source of numbers in [0, 1). */
export type Random = () => number;

/** 2⁻³²: multiplying by it is exact, and quicker than dividing. */
const TO_UNIT = 1 / 4294967296;

/** Fills a column with whole numbers of [0, below), the same as `seededRandom` draws one by one. */
export type Draw = (into: Int32Array, below: number) => void;

/**
 * A seeded generator: sfc32 (Chris Doty-Humphrey, PractRand), warmed up; integer arithmetic only, the same in every engine.
 * @param seed any 32-bit unsigned integer
 * @param stream tells apart the generators that one seed feeds
 */
export function seededRandom(seed: number, stream = 0): Random {
  const fill = generator(seed, stream);
  const block = new Int32Array(BLOCK);
  let at = BLOCK;
  return () => {
    if (at === BLOCK) {
      fill(block);
      at = 0;
    }
    return (block[at++] >>> 0) * TO_UNIT;
  };
}

/** The same generator, for many numbers at once. */
export function seededDraw(seed: number, stream = 0): Draw {
  const fill = generator(seed, stream);
  return (into, below) => {
    fill(into);
    for (let k = 0; k < into.length; k++) into[k] = ((into[k] >>> 0) * TO_UNIT * below) | 0;
  };
}

/** Numbers drawn ahead: the state of the generator then stays in registers, which is what makes it quick. */
const BLOCK = 32;
const WARM_UP = 15;

/** Fills columns with the generator's next numbers, 32 bits each. */
function generator(seed: number, stream: number): (into: Int32Array) => void {
  const state = Int32Array.of(seed, stream, 0x9e3779b9, 1);
  const fill = (into: Int32Array) => {
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    for (let k = 0; k < into.length; k++) {
      const t = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + t) | 0;
      into[k] = t;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  };
  fill(new Int32Array(WARM_UP));
  return fill;
}

/** Fisher-Yates shuffle, in place. */
export function shuffle(items: Uint32Array | Int32Array, random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const t = items[i];
    items[i] = items[j];
    items[j] = t;
  }
}
