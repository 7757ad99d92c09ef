import path from 'node:path';
import { templatesFolder } from '../../platform/templates/index.js';
import { readTownFolder, type TownFolder } from '../../town-folder/index.js';

const inTemplates = (slug: string): TownFolder => readTownFolder(path.join(templatesFolder(), 'towns', slug));

export const ogori = inTemplates('ogori');
export const kotake = inTemplates('kotake');

/** Both towns of the demonstration: folders of data like any other town's. */
export const DEMO_TOWNS: readonly TownFolder[] = [ogori, kotake];

/** One password for every account of the demonstration: it is printed at start and belongs to nobody. */
export const DEMO_PASSWORD = 'mihon-de-tamesu';
