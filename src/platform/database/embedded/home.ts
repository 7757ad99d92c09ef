import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, link, lstat, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { EmbeddedPostgresError, explainingFaults } from './embedded-postgres-error.js';
import { canEnter, type ServerUser } from './unprivileged-user.js';

/** Everything one embedded server owns on disk. */
export interface Home {
  /** Cluster and log; belongs to the server's user, nobody else may enter. */
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  /** Holds the Unix socket: the only way in, as no network port is opened. */
  readonly socketFolder: string;
  /** Where a copy of the programs may stand if the package's own cannot be run. */
  readonly shelf: string;
  readonly passwords: Passwords;
  readonly user: ServerUser | undefined;
}

export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly runtime: string;
}

/** `postgres.json` in DATA_DIR (0600): where the cluster is and how to sign in. */
interface HomeRecord {
  readonly dataDir: string;
  readonly folder: string;
  readonly passwords: Passwords;
}

/** Under root in a closed folder the cluster stands here: a place that survives restarts and that other users can enter. */
const PLACES_FOR_ROOT = ['/var/lib/chiiki-grants', '/var/tmp/chiiki-grants'];

/** sun_path holds 104 bytes on macOS and 108 on Linux, closing zero included. */
const LONGEST_SOCKET_PATH = 103;

/**
 * The home that belongs to this DATA_DIR; prepares the folders on first use. Under a normal user, and under root where
 * the server's user can enter, it is DATA_DIR itself; otherwise a folder elsewhere, which `postgres.json` points to.
 */
export async function homeOf(dataDir: string, user: ServerUser | undefined): Promise<Home> {
  return explainingFaults('Preparing the data folder', async () => {
    // Under root others may pass through (not look inside), so that the server's user reaches its own folder.
    await mkdir(dataDir, { recursive: true, mode: user === undefined ? 0o700 : 0o711 });
    const own = await realpath(dataDir);
    const record = (await readRecord(own)) ?? (await writeFirstRecord(own, await chooseFolder(own, user)));
    await openFolder(record.folder, user);
    return {
      folder: record.folder,
      data: path.join(record.folder, 'data'),
      log: path.join(record.folder, 'postgres.log'),
      socketFolder: await socketFolderFor(record.folder, user),
      shelf: record.folder.startsWith(own) ? own : path.dirname(record.folder),
      passwords: record.passwords,
      user,
    };
  });
}

/** The record, unless there is none yet, or it came along when somebody copied the folder of another installation. */
async function readRecord(dataDir: string): Promise<HomeRecord | undefined> {
  const text = await readFile(recordPath(dataDir), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const record = JSON.parse(text) as HomeRecord;
  if (record.dataDir === dataDir) return record;
  if (isInside(record.folder, record.dataDir)) {
    return writeRecord(dataDir, path.join(dataDir, path.relative(record.dataDir, record.folder)), record.passwords);
  }
  const original = await readFile(recordPath(record.dataDir), 'utf8').catch(() => undefined);
  return original === undefined ? writeRecord(dataDir, record.folder, record.passwords) : undefined;
}

async function writeRecord(dataDir: string, folder: string, passwords: Passwords): Promise<HomeRecord> {
  const record: HomeRecord = { dataDir, folder, passwords };
  await rename(await writeDraft(record), recordPath(dataDir));
  return record;
}

/** The first record of a folder: when two start in the same moment, both go by the one that was there first. */
async function writeFirstRecord(dataDir: string, folder: string): Promise<HomeRecord> {
  const draft = await writeDraft({ dataDir, folder, passwords: newPasswords() });
  try {
    await link(draft, recordPath(dataDir));
  } catch (error) {
    // A record that came along with a copied folder is replaced.
    const found = await readRecord(dataDir);
    if (found === undefined) await rename(draft, recordPath(dataDir));
    else if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await rm(draft, { force: true });
  return JSON.parse(await readFile(recordPath(dataDir), 'utf8')) as HomeRecord;
}

async function writeDraft(record: HomeRecord): Promise<string> {
  const draft = `${recordPath(record.dataDir)}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  return draft;
}

function recordPath(dataDir: string): string {
  return path.join(dataDir, 'postgres.json');
}

function newPasswords(): Passwords {
  const word = (): string => randomBytes(24).toString('hex');
  return { superuser: word(), owner: word(), runtime: word() };
}

async function chooseFolder(dataDir: string, user: ServerUser | undefined): Promise<string> {
  if (canEnter(dataDir, user)) return path.join(dataDir, 'postgres');
  for (const place of PLACES_FOR_ROOT) {
    const open = await mkdir(place, { recursive: true })
      .then(() => chmod(place, 0o755))
      .then(() => canEnter(place, user))
      .catch(() => false);
    if (open) return path.join(place, randomBytes(6).toString('hex'));
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL must not run as root, and no other user can enter ${dataDir} or ${PLACES_FOR_ROOT.join(' or ')}. ` +
      'Choose a folder that everybody may enter with DATA_DIR, or start as a normal user.',
  );
}

/** Socket paths are short by law of the kernel, and the server reads commas and quotes in its setting as syntax. */
async function socketFolderFor(folder: string, user: ServerUser | undefined): Promise<string> {
  const plain = /^[\w./-]+$/.test(folder) && Buffer.byteLength(`${folder}/.s.PGSQL.5432`) <= LONGEST_SOCKET_PATH;
  if (plain) return folder;
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const places = [os.tmpdir(), '/tmp', '/var/tmp'].filter((place) => place.length < 60 && canEnter(place, user));
  const short = path.join(places[0] ?? '/tmp', `chiiki-grants-${key}`);
  await openFolder(short, user);
  return short;
}

/** Makes the folder its user's alone; a folder that somebody else put in its place is refused. */
async function openFolder(folder: string, user: ServerUser | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid } = await lstat(folder);
  if (uid === 0 && user !== undefined) {
    await chown(folder, user.uid, user.gid);
  } else if (uid !== (user?.uid ?? process.getuid?.())) {
    throw new EmbeddedPostgresError(
      `${folder} belongs to another user (uid ${String(uid)}). Start as that user, or choose another folder with DATA_DIR.`,
    );
  }
  await chmod(folder, 0o700);
  if (!canEnter(folder, user)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL runs as uid ${String(user?.uid)}, who cannot enter ${folder}: a folder above it is closed (chmod o+x opens it).`,
    );
  }
}

function isInside(folder: string, parent: string): boolean {
  return folder.startsWith(`${parent}${path.sep}`);
}
