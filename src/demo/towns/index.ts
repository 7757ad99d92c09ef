import { kotake } from './kotake.js';
import { ogori } from './ogori.js';
import type { TownDefinition } from './town-definition.js';

export { kotake, ogori };
export type { PersonDefinition, PostDefinition, TownDefinition } from './town-definition.js';

/** Both towns of the demonstration. */
export const DEMO_TOWNS: readonly TownDefinition[] = [ogori, kotake];

/** One password for every account of the demonstration: it is printed at start and belongs to nobody. */
export const DEMO_PASSWORD = 'mihon-de-tamesu';
