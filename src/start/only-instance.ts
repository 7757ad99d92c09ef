import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/database/embedded/index.js';
import { StartError } from './start-error.js';

/** Any number will do as long as it is ours; the lock lives in the embedded server, one server to a DATA_DIR. */
const INSTANCE_LOCK = 402_168_404_013;
/** Stands in the name of the lock's session from the stop signal on. */
const STOPPING = 'stopping';
const STOPPING_PATIENCE_MS = 20_000;
/** A running instance may be about to hear its stop signal. */
const RUNNING_PATIENCE_MS = 3_000;

/** The database of this DATA_DIR, held by this instance alone. */
export interface OwnDatabase {
  readonly postgres: EmbeddedPostgres;
  /** Settles when the server ends; also when nobody asked it to. */
  readonly ended: Promise<void>;
  /** Lets a next start know that waiting is worth while. */
  announceStopping(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts or adopts the embedded server and becomes its only instance. Waits for a predecessor that is still stopping;
 * refuses when one is running. The lock is a session's: a killed instance leaves none behind.
 */
export async function becomeOnlyInstance(
  dataDir: string,
  address: string,
  onWait: (what: string) => void,
): Promise<OwnDatabase> {
  const started = Date.now();
  for (;;) {
    const postgres = await startEmbeddedPostgres({ dataDir, purpose: 'installation' });
    const attempt = await tryToLock(postgres, address);
    if ('session' in attempt) return own(postgres, attempt.session);
    const stopping = attempt.holder.includes(STOPPING);
    if (Date.now() - started > (stopping ? STOPPING_PATIENCE_MS : RUNNING_PATIENCE_MS)) {
      throw new StartError(
        `This installation is running already: ${attempt.holder} (data in ${dataDir}). ` +
          'Stop it first with Ctrl-C where it was started, or start another one with its own DATA_DIR and PORT.',
      );
    }
    onWait(stopping ? 'the last instance to finish stopping' : 'the instance that is running to stop');
    await sleep(200);
  }
}

type Attempt = { readonly session: pg.Client } | { readonly holder: string };

async function tryToLock(postgres: EmbeddedPostgres, address: string): Promise<Attempt> {
  const session = new pg.Client(postgres.superUrl);
  session.on('error', () => undefined);
  try {
    await session.connect();
    const { rows } = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      INSTANCE_LOCK,
    ]);
    if (rows[0]?.taken) {
      await nameSession(session, `process ${String(process.pid)} at ${address}`);
      return { session };
    }
    const holder = await session.query<{ name: string }>(
      `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted AND (l.classid::bigint << 32) + l.objid::bigint = $1`,
      [INSTANCE_LOCK],
    );
    await session.end();
    return { holder: holder.rows[0]?.name ?? STOPPING };
  } catch {
    // The predecessor stopped the server under our hands.
    await session.end().catch(() => undefined);
    return { holder: STOPPING };
  }
}

/** Other instances read the name of the session that holds the lock; PostgreSQL keeps 63 bytes of it. */
async function nameSession(session: pg.Client, name: string): Promise<void> {
  await session.query(`SELECT set_config('application_name', $1, false)`, [name]);
}

function own(postgres: EmbeddedPostgres, session: pg.Client): OwnDatabase {
  return {
    postgres,
    ended: new Promise((resolve) => session.once('end', resolve)),
    announceStopping: () => nameSession(session, `process ${String(process.pid)}, ${STOPPING}`).catch(() => undefined),
    stop: () => postgres.stop(),
  };
}
