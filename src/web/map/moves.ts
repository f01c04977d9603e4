import { type Box, type Camera, clearHome, type Insets, panned, zoomAt } from "../../scene/camera.ts";
import { cameraOf } from "../../scene/destination.ts";
import type { SceneModel } from "../../scene/model.ts";
import { createFlight } from "./flight.ts";
import type { Surface } from "./surface.ts";
import type { MapView } from "./view.ts";

/** How long the camera flies: to a place, a step of the zoom, a step to the side, and clear of a panel. */
const FLIGHT_MS = { far: 700, zoom: 180, pan: 120, clear: 220 } as const;

interface Ties {
  readonly model: SceneModel;
  surface(): Surface;
  readonly frames: {
    readonly insets: Insets;
    readonly page: readonly Box[];
    keepClear(insets: Insets, boxes?: readonly Box[]): void;
  };
  /** Whether the camera is put where it would fly. */
  isStill(): boolean;
}

/** What moves the camera by itself, and where it sees the whole map. */
export function createMoves({ model, surface, frames, isStill }: Ties) {
  const flight = createFlight(surface);
  const fly = (camera: Camera, ms: number) => void flight.to(camera, isStill() ? 0 : ms);
  const findHome = () => clearHome(model.map, surface().size(), frames.insets, frames.page);
  /** Where the camera is while it shows the whole map. */
  let home = findHome();
  const goHome = () => {
    home = findHome();
    return home;
  };
  const isHome = ({ x, y, ratio }: Camera) =>
    Math.abs(x - home.x) + Math.abs(y - home.y) + Math.abs(ratio - home.ratio) < 1e-6;
  return {
    stop: flight.stop,
    /** The camera that sees the whole map; it stays one when panels come and go. */
    home: goHome,
    own: {
      flyTo(destination) {
        const to =
          "home" in destination
            ? goHome()
            : cameraOf(destination, model, surface().size(), frames.insets, surface().camera);
        fly(to, FLIGHT_MS.far);
      },
      zoomBy(factor) {
        const size = surface().size();
        const { camera } = surface();
        fly(zoomAt(camera, model.frame, size, factor, size.width / 2, size.height / 2), FLIGHT_MS.zoom);
      },
      panBy: (dx, dy) => fly(panned(surface().camera, surface().size(), dx, dy), FLIGHT_MS.pan),
      setInsets(next, boxes) {
        const stays = isHome(surface().camera);
        frames.keepClear(next, boxes);
        if (stays) fly(goHome(), FLIGHT_MS.clear);
        surface().request();
      },
    } satisfies Partial<MapView>,
  };
}
