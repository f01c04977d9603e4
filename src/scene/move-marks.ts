import type { Mark } from "./mark.ts";

/** Marks drawn at another place and size: everything `scale` times as large, then `dx` and `dy` pixels further. */
export function* moved(marks: Iterable<Mark>, dx: number, dy: number, scale: number): Generator<Mark> {
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: x * scale + dx,
    y: y * scale + dy,
  });
  const sized = ({ width, height }: { readonly width: number; readonly height: number }) => ({
    width: width * scale,
    height: height * scale,
  });
  for (const mark of marks)
    switch (mark.shape) {
      case "end":
        yield mark;
        break;
      case "begin":
        yield mark.clip ? { ...mark, clip: { ...at(mark.clip), ...sized(mark.clip) } } : mark;
        break;
      case "box":
        yield { ...mark, ...at(mark), ...sized(mark) };
        break;
      case "area":
        yield {
          ...mark,
          rings: mark.rings.map((ring) => ring.map((value, n) => value * scale + (n % 2 === 0 ? dx : dy))),
        };
        break;
      case "line": {
        const [from, to] = [at({ x: mark.x1, y: mark.y1 }), at({ x: mark.x2, y: mark.y2 })];
        yield { ...mark, x1: from.x, y1: from.y, x2: to.x, y2: to.y, width: mark.width * scale };
        break;
      }
      case "dot":
        yield { ...mark, ...at(mark), radius: mark.radius * scale, ring: mark.ring * scale };
        break;
      case "text": {
        const halo = mark.halo && { ...mark.halo, width: mark.halo.width * scale };
        yield { ...mark, ...at(mark), size: mark.size * scale, ...(halo ? { halo } : {}) };
      }
    }
}
