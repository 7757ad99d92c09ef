import { FaultBook } from '../faults.js';
import type { TownFolder } from '../town-folder.js';
import { FolderFiles, filesIn } from './folder-files.js';
import { readHallTables } from './read-hall-tables.js';
import { readCalls, readPrograms } from './read-programs.js';
import { readBulletins, readRecords } from './read-records.js';
import { readBudget, readDistricts } from './read-tables.js';
import { readTexts, readTownPage } from './read-texts.js';
import { readTownJson } from './read-town-json.js';

/** Reads a town from its folder. Throws `TownFolderError` with every fault of every file at once. */
export const readTownFolder = (path: string): TownFolder => townIn(filesIn(path));

/** The same from the bytes of the files by their names. */
export function townIn(files: ReadonlyMap<string, Buffer>): TownFolder {
  const book = new FaultBook();
  const folder = new FolderFiles(files, book);
  const town = readTownJson(folder, book);
  const budget = readBudget(folder, book);
  const read = {
    ...readHallTables(folder, town, book),
    letters: readTexts(folder, 'letters', book),
    mails: readTexts(folder, 'mails', book),
    districts: readDistricts(folder, book),
    budget,
    programs: readPrograms(folder, { sections: town?.town.sections ?? [], budget }, book),
    calls: readCalls(folder, book),
    words: readTownPage(folder, book),
    bulletins: readBulletins(folder, book),
    series: readRecords(folder, book),
  };
  folder.tellStrays();
  book.refuseWhenFaulty();
  if (!town) throw new Error('a folder without faults has its town');
  const { town: municipality, administrator, voices, retention } = town;
  return { town: municipality, administrator, voices, retention, ...read };
}
