import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError, explainingFaults } from './embedded-postgres-error.js';
import type { Home } from './home.js';
import { clusterVersion, serverEnvironment } from './server-process.js';

/** The packaged server's major version; a cluster written by another one cannot be opened. */
const MAJOR_VERSION = '18';

/** Creates the cluster on first use. It appears under its name only when complete, so that a cut-off attempt is repeated. */
export async function ensureCluster(home: Home, binaries: Binaries, fast: boolean): Promise<void> {
  const version = await clusterVersion(home);
  if (version === MAJOR_VERSION) return;
  if (version !== undefined) {
    throw new EmbeddedPostgresError(
      `The database in ${home.folder} was written by PostgreSQL ${version}; this release brings ${MAJOR_VERSION}. ` +
        'Restore a backup into a new DATA_DIR.',
    );
  }
  const attempt = randomBytes(4).toString('hex');
  const draft = `${home.data}.${attempt}`;
  const passwordFile = path.join(home.folder, `password.${attempt}`);
  await explainingFaults('Creating the database', async () => {
    await writeFile(passwordFile, home.passwords.superuser, { mode: 0o600 });
    if (home.user !== undefined) await chown(passwordFile, home.user.uid, home.user.gid);
    try {
      await runInitdb(home, binaries, draft, passwordFile, fast);
      await rename(draft, home.data).catch(async (error: unknown) => {
        // Another start created it in the same moment.
        if ((await clusterVersion(home)) === undefined) throw error;
      });
    } finally {
      await rm(passwordFile, { force: true });
      await rm(draft, { recursive: true, force: true });
    }
  });
}

async function runInitdb(
  home: Home,
  binaries: Binaries,
  folder: string,
  passwordFile: string,
  fast: boolean,
): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // Without these the caller's LANG decides, and an unset LANG makes an SQL_ASCII cluster.
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(fast ? ['--no-sync'] : []),
  ];
  await promisify(execFile)(binaries.initdb, options, { cwd: '/', env: serverEnvironment(), ...home.user }).catch(
    (error: unknown) => {
      const output = (error as { stderr?: string }).stderr?.trim() ?? '';
      const remedy = output.includes('No space left')
        ? 'The disk is full. Free some space, or choose another folder with DATA_DIR.'
        : `The folder is ${path.dirname(folder)}.`;
      throw new EmbeddedPostgresError(`Creating the database failed. ${remedy}\n${output}`, { cause: error });
    },
  );
}
