import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3";
import iso from "i18n-iso-countries/codes.json";
import { feature, merge, mesh } from "topojson-client";

/** The drawing of the world, in its own units; what is shown of it ends above Antarctica. */
export const WIDTH = 900;
const HEIGHT = 440;
export const SHOWN = 392;
const ANTARCTICA = "010";

type World = Parameters<typeof merge>[0] & {
  readonly objects: { readonly countries: Exclude<Parameters<typeof merge>[1], readonly unknown[]> };
};

/** Countries are nothing else. */
type Areas = Extract<Parameters<typeof merge>[1], readonly unknown[]>;

/** Outlines as paths, and where each country lies. */
export interface Shapes {
  readonly land: string;
  readonly borders: string;
  /** By alpha-2 code: the middle of the largest part of a country. */
  readonly places: ReadonlyMap<string, readonly [x: number, y: number]>;
}

/**
 * The world in equal areas (Equal Earth), by the outlines of Natural Earth: the coarse ones (1 : 110 million), which lack
 * countries as small as Singapore; those have their places from the finer ones (1 : 50 million).
 */
export async function loadShapes(): Promise<Shapes> {
  // As text: types of so much data would be the largest thing that the compiler reads.
  const files = await Promise.all([
    import("world-atlas/countries-110m.json?raw"),
    import("world-atlas/countries-50m.json?raw"),
  ]);
  const [coarse, fine] = files.map((file): World => JSON.parse(file.default));
  const { countries } = coarse.objects;
  const projection = geoEqualEarth().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, HEIGHT - 4],
    ],
    { type: "Sphere" },
  );
  const path = geoPath(projection).digits(1);
  const codes = new Map(iso.map(([alpha2, , numeric]) => [String(numeric), String(alpha2)]));
  const places = new Map<string, readonly [number, number]>();
  for (const world of [coarse, fine])
    for (const geometry of world.objects.countries.geometries) {
      const code = codes.get(String(geometry.id));
      if (code === undefined || places.has(code)) continue;
      const middle = projection(middleOf(feature(world, geometry)));
      if (middle) places.set(code, middle);
    }
  return {
    land: path(merge(coarse, countries.geometries.filter(({ id }) => id !== ANTARCTICA) as Areas)) ?? "",
    borders: path(mesh(coarse, countries, (a, b) => a !== b)) ?? "",
    places,
  };
}

/** The middle of the largest part: France lies in Europe, whatever belongs to it. */
function middleOf(country: ReturnType<typeof feature>): [number, number] {
  if (country.type !== "Feature" || country.geometry.type !== "MultiPolygon") return geoCentroid(country);
  const shape = country.geometry;
  const parts = shape.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  const areas = parts.map((part) => geoArea(part));
  return geoCentroid(parts[areas.indexOf(Math.max(...areas))]);
}
