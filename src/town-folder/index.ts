/** A town as one folder of data, read by this code alone: what makes it another town than its neighbours. */
export { readTownFolder, townIn } from './read/read-town-folder.js';
export { filesIn } from './read/folder-files.js';
export { inviteAdministrator, layTown } from './lay/lay-town.js';
export type { Laid, Providers } from './lay/laying.js';
export { TownFolderError, type FolderFault } from './faults.js';
export { hallOf, type FolderProgram, type FolderSeries, type TownFolder } from './town-folder.js';
