import { execFileSync, spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Home } from './home.js';

const STARTING_OR_STOPPING = '57P03';
const PATIENCE_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Leaves with the server accepting connections: adopts one that runs already, waits for one that is starting or
 * stopping, and starts one where none is. True when it was running before.
 */
export async function ensureRunning(home: Home, binaries: Binaries, settings: readonly string[]): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  let launched: Launch | undefined;
  let adopted = true;
  for (;;) {
    const state = await stateOf(home);
    if (state === 'ready') return adopted;
    if (launched?.exitCode() !== undefined) {
      // Somebody else's start may have been faster by a moment: then its lock file stopped ours, and we adopt theirs.
      if (state === 'down' && !(await lastLines(home.log)).includes('"postmaster.pid" already exists'))
        await giveUp(home, 'stopped while starting');
      launched = undefined;
    }
    if (state === 'down' && launched === undefined) {
      launched = await launch(home, binaries, settings);
      adopted = false;
    }
    if (Date.now() > deadline) await giveUp(home, `did not become ready within ${String(PATIENCE_MS / 1000)} s`);
    await sleep(30);
  }
}

/** Asks the server to end its sessions and stop; insists after 30 s. Does nothing where none runs. */
export async function stopServer(home: Home): Promise<void> {
  const pid = runningServer(home);
  if (pid === undefined) return;
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!send(pid, signal)) return;
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(20)) {
      if (runningServer(home) !== pid) return;
    }
  }
}

type State = 'ready' | 'busy' | 'down';

async function stateOf(home: Home): Promise<State> {
  const client = new pg.Client({ ...superuserOf(home), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'ready';
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '28P01') {
      throw new EmbeddedPostgresError(
        `The database in ${home.folder} does not accept the password kept in postgres.json beside it. ` +
          'Put back the file that belongs to it, or choose another folder with DATA_DIR.',
        { cause: error },
      );
    }
    if (code === STARTING_OR_STOPPING) return 'busy';
    return runningServer(home) === undefined ? 'down' : 'busy';
  }
}

/** True for the errors of a connection whose server stops or has just stopped. */
export function isServerGone(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    ['57P01', '57P02', STARTING_OR_STOPPING, 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) ||
    message.includes('Connection terminated')
  );
}

/** Connection settings of the superuser, for this module only. */
export function superuserOf(home: Home, database = 'postgres'): pg.ClientConfig {
  return { host: home.socketFolder, port: 5432, user: 'postgres', password: home.passwords.superuser, database };
}

/**
 * Process id of the server that owns this cluster. A number left behind by a crash may belong to a stranger since, so
 * the process must name our folder on its command line.
 */
function runningServer(home: Home): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return commandLine(pid).includes(home.data) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

interface Launch {
  exitCode(): number | undefined;
}

/** Starts the server in a session of its own, so that Ctrl-C at the terminal reaches the application first. */
async function launch(home: Home, binaries: Binaries, settings: readonly string[]): Promise<Launch> {
  await rm(path.join(home.data, 'postmaster.pid'), { force: true });
  const size = (await stat(home.log).catch(() => undefined))?.size ?? 0;
  const log = openSync(home.log, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  if (home.user !== undefined) fchownSync(log, home.user.uid, home.user.gid);
  const child = spawn(binaries.postgres, ['-D', home.data, ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: serverEnvironment(),
    ...home.user,
  });
  closeSync(log);
  child.unref();
  let exit: number | undefined;
  child.on('exit', (code) => (exit = code ?? 1));
  child.on('error', () => (exit = 1));
  return { exitCode: () => exit };
}

/** Nothing of the caller's locale or PG* settings may reach the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function giveUp(home: Home, what: string): Promise<never> {
  const tail = await lastLines(home.log);
  const remedy = /No space left|Disk quota/.test(tail)
    ? 'The disk is full. Free some space, or choose another folder with DATA_DIR.'
    : /Permission denied/.test(tail)
      ? 'It may not use its folder. Start as the owner of the folder, or choose another one with DATA_DIR.'
      : `Its log is ${home.log}.`;
  throw new EmbeddedPostgresError(`The embedded PostgreSQL ${what}. ${remedy}\n${tail}`);
}

async function lastLines(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return '';
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1500), 0, 1500, Math.max(0, size - 1500));
    return buffer.toString('utf8', 0, bytesRead).split('\n').slice(-8).join('\n').trim();
  } finally {
    await handle.close();
  }
}

/** The major version that wrote the cluster, or `undefined` where there is no cluster yet. */
export async function clusterVersion(home: Home): Promise<string | undefined> {
  return readFile(path.join(home.data, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}
