import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AppConfig } from '../config/index.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/index.js';
import { becomeOnlyInstance } from './only-instance.js';
import { StartError } from './start-error.js';

export interface InstalledDatabase {
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** Whether there is a database to be opened: the one that was given, or that of `npm start` in DATA_DIR. */
export const hasDatabase = ({ databaseUrl, dataDir }: AppConfig): boolean =>
  databaseUrl !== undefined || existsSync(path.join(dataDir, 'postgres.json'));

/**
 * The database that was given, else that of `npm start` in DATA_DIR: adopted while it runs, started for `command` if not.
 * Never lays out a new, empty installation: throws StartError where there is none.
 */
export async function openInstalledDatabase(config: AppConfig, command: string): Promise<InstalledDatabase> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl) return { databaseUrl, close: () => Promise.resolve() };
  if (!hasDatabase(config)) {
    throw new StartError(`No database: set DATABASE_URL, or DATA_DIR to the folder of npm start (now ${dataDir}).`);
  }
  const running = await startEmbeddedPostgres({ dataDir, purpose: 'installation' });
  if (running.adopted) return { databaseUrl: running.runtimeUrl, close: () => Promise.resolve() };
  // Held, so that an installation that begins meanwhile waits and does not lose its server when the command stops it.
  const own = await becomeOnlyInstance(dataDir, command, () => undefined);
  return { databaseUrl: own.postgres.runtimeUrl, close: () => own.stop() };
}
