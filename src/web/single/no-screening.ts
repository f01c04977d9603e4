/** Stands in the place of screening: a page in one file has to stay small, and shows decisions as any other field. */
export const CAN_SCREEN = false;
export const screeningOf = (): undefined => undefined;
export const startScreening = async (): Promise<void> => undefined;
export const decideHere = async (): Promise<void> => undefined;
