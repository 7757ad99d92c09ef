import { rm } from 'node:fs/promises';

import { usableBinaries, type Binaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { explainingFaults } from './embedded-postgres-error.js';
import { homeOf, type Home } from './home.js';
import { DATABASE, ensureDatabase, OWNER_ROLE, RUNTIME_ROLE } from './roles.js';
import { ensureRunning, isServerGone, stopServer } from './server-process.js';
import { serverUser } from './unprivileged-user.js';

export { EmbeddedPostgresError } from './embedded-postgres-error.js';

export interface EmbeddedPostgres {
  /** Role that owns the tables and migrates; bound by row-level security. */
  readonly ownerUrl: string;
  /** Role of the running application: owns nothing, bound by row-level security. */
  readonly runtimeUrl: string;
  /** Superuser, on the maintenance database `postgres`: creates databases, never serves requests. */
  readonly superUrl: string;
  readonly runtimeRole: string;
  /** True when the server was running before: its last instance was killed, is stopping, or still runs. */
  readonly adopted: boolean;
  /** Stops the server, also one that was adopted; a throw-away server's data goes with it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Created if absent. One server per folder. */
  readonly dataDir: string;
  /** `throw-away` (tests, demonstrations): no disk sync, and `stop` deletes the data. */
  readonly purpose: 'installation' | 'throw-away';
}

const MOST_ATTEMPTS = 5;

const SAFE_SETTINGS = ['max_connections=100', 'log_timezone=Asia/Tokyo', 'log_line_prefix=%m [%p] '];

const FAST_SETTINGS = [
  'max_connections=200',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
];

/**
 * Starts (or adopts) the PostgreSQL that npm brings, with its data under `dataDir`; reachable through a Unix socket with
 * passwords kept in `dataDir/postgres.json`. Throws EmbeddedPostgresError in words for the terminal.
 */
export async function startEmbeddedPostgres({ dataDir, purpose }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const fast = purpose === 'throw-away';
  const user = serverUser();
  const home = await homeOf(dataDir, user);
  const binaries = await explainingFaults('Copying PostgreSQL', () => usableBinaries(home.shelf, user));
  await ensureCluster(home, binaries, fast);
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${home.socketFolder}`,
    'unix_socket_permissions=0700',
    ...(fast ? FAST_SETTINGS : SAFE_SETTINGS),
  ];
  const adopted = await serveDatabase(home, binaries, settings);
  return {
    ownerUrl: url(home, OWNER_ROLE, home.passwords.owner, DATABASE),
    runtimeUrl: url(home, RUNTIME_ROLE, home.passwords.runtime, DATABASE),
    superUrl: url(home, 'postgres', home.passwords.superuser, 'postgres'),
    runtimeRole: RUNTIME_ROLE,
    adopted,
    stop: async () => {
      await stopServer(home);
      if (fast)
        for (const folder of [home.folder, home.socketFolder]) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A server that was adopted may have been stopping: then it is started anew. */
async function serveDatabase(home: Home, binaries: Binaries, settings: readonly string[]): Promise<boolean> {
  for (let attempts = 1; ; attempts += 1) {
    const adopted = await ensureRunning(home, binaries, settings);
    try {
      await ensureDatabase(home);
      return adopted;
    } catch (error) {
      if (!isServerGone(error) || attempts === MOST_ATTEMPTS) throw error;
    }
  }
}

/** The socket's folder stands percent-encoded in the place of the host, as libpq and `pg` read it. */
function url(home: Home, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@${encodeURIComponent(home.socketFolder)}/${database}`;
}
