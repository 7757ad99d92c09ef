import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { ServerUser } from './unprivileged-user.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The platform package ships its symbolic links as a list, because npm packages cannot hold links. */
interface ShippedLink {
  readonly source: string;
  readonly target: string;
}

interface PackagedServer {
  readonly root: string;
  readonly version: string;
}

/**
 * Programs of PostgreSQL that the server's user can run: the package's own where that works, else a copy in `shelf`.
 * A copy is needed under root in a checkout that others may not enter, and where npm ran without install scripts,
 * so that the package's symbolic links are missing.
 */
export async function usableBinaries(shelf: string, user: ServerUser | undefined): Promise<Binaries> {
  const packaged = await packagedServer();
  const own = programsIn(path.join(packaged.root, 'native'));
  if (runs(own, user)) return own;

  const target = path.join(shelf, `postgresql-${packaged.version}`);
  const copy = programsIn(target);
  if (!runs(copy, user)) await copyServer(packaged.root, target, () => runs(copy, user));
  if (runs(copy, user)) return copy;
  throw new EmbeddedPostgresError(
    `The packaged PostgreSQL cannot run here (tried ${own.postgres} and ${copy.postgres}). ` +
      'Give a server of your own with DATABASE_URL and DATABASE_OWNER_URL.',
  );
}

async function packagedServer(): Promise<PackagedServer> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform package is a dependency of `embedded-postgres`, not of ours: ask from there.
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `No packaged PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed; ` +
        'npm must not omit optional dependencies). Give a server of your own with DATABASE_URL and DATABASE_OWNER_URL.',
      { cause },
    );
  }
}

function programsIn(folder: string): Binaries {
  return { initdb: path.join(folder, 'bin', 'initdb'), postgres: path.join(folder, 'bin', 'postgres') };
}

function runs(programs: Binaries, user: ServerUser | undefined): boolean {
  return Object.values(programs).every(
    (program: string) => spawnSync(program, ['--version'], { cwd: '/', stdio: 'ignore', ...user }).status === 0,
  );
}

/** Puts a copy at `target`. One that another start placed meanwhile may be in use already and stays; a broken one goes. */
async function copyServer(root: string, target: string, isUsable: () => boolean): Promise<void> {
  const draft = `${target}.${randomBytes(4).toString('hex')}`;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o755 });
  await cp(path.join(root, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  await addMissingLinks(draft);
  // A tight umask at `npm ci` must not shut the server's user out of the copy.
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  if (!(await moved(draft, target)) && !isUsable()) {
    const broken = `${draft}.broken`;
    await moved(target, broken);
    await moved(draft, target);
    await rm(broken, { recursive: true, force: true });
  }
  await rm(draft, { recursive: true, force: true });
}

/** False where something stands at `to`, or nothing at `from`: another start was faster. */
const moved = (from: string, to: string): Promise<boolean> =>
  rename(from, to).then(
    () => true,
    (error: unknown) => {
      if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    },
  );

async function addMissingLinks(folder: string): Promise<void> {
  const shipped = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(shipped) as ShippedLink[]) {
    const link = path.join(folder, path.relative('native', target));
    const destination = path.join(folder, path.relative('native', source));
    await symlink(path.relative(path.dirname(link), destination), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}
