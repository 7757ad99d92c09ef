import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

export type BenchRedis =
  | { readonly url: string; close(): Promise<void> }
  | { readonly url: undefined; readonly why: string; close(): Promise<void> };

const SERVER = 'redis-server';

const none = (why: string): BenchRedis => ({ url: undefined, why, close: () => Promise.resolve() });

/** The Redis that was given, else one of our own where `redis-server` is installed; or why there is none. */
export async function openRedis(dataDir: string): Promise<BenchRedis> {
  const given = process.env['TEST_REDIS_URL'] ?? process.env['REDIS_URL'];
  if (given) return borrow(given);
  if (spawnSync(SERVER, ['--version'], { stdio: 'ignore' }).status !== 0) {
    return none(`no REDIS_URL is given and no ${SERVER} is installed`);
  }
  return startOwn(dataDir);
}

/** Our worker would take the jobs of an installation, and the bench empties what it used: only an empty one will do. */
async function borrow(url: string): Promise<BenchRedis> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  const keys = await redis.dbsize().catch(() => undefined);
  if (keys === 0) {
    return {
      url,
      close: async () => {
        await redis.flushdb();
        redis.disconnect();
      },
    };
  }
  redis.disconnect();
  if (keys === undefined) return none('the given Redis does not answer');
  return none(`the given Redis database holds ${keys} keys; give an empty one, e.g. redis://127.0.0.1:6379/9`);
}

async function startOwn(dataDir: string): Promise<BenchRedis> {
  const port = String(await freePort());
  const settings = ['--port', port, '--bind', '127.0.0.1', '--dir', dataDir, '--save', '', '--appendonly', 'no'];
  const server = spawn(SERVER, settings, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  // It answers as soon as it listens; until then the client tries again by itself.
  const redis = new Redis(url);
  redis.on('error', () => undefined);
  const answered = await Promise.race([redis.ping(), ended.then(() => undefined)]);
  redis.disconnect();
  if (answered === undefined) throw new Error('redis-server ended at once');
  return {
    url,
    close: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
