import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { migrate } from '../../src/platform/database/index.js';

/** A PostgreSQL server for this run, with a migrated, empty database that others are cloned from. */
interface TestServer {
  readonly superUrl: string;
  readonly owner: Role;
  readonly runtime: Role;
  readonly template: string;
  /** Unique among everything that runs on the same server. */
  readonly prefix: string;
}

interface Role {
  readonly name: string;
  readonly password: string;
}

/** One database with the addresses of its three roles. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
  readonly superUrl: string;
  drop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

let clones = 0;

/** A database of its own for one test file: cloned from the migrated template in about 50 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `${server.prefix}_${process.env['JEST_WORKER_ID'] ?? '0'}_${String(process.pid)}_${String((clones += 1))}`;
  await asSuperuser(server.superUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER ${server.owner.name}`),
  );
  return {
    ownerUrl: urlOf(server.superUrl, name, server.owner),
    runtimeUrl: urlOf(server.superUrl, name, server.runtime),
    superUrl: urlOf(server.superUrl, name),
    drop: async () => {
      await asSuperuser(server.superUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The first test file that asks starts the server; the others, in other processes, wait for it to say so in a file. */
async function testServer(): Promise<TestServer> {
  const run = fromSetup('TEST_RUN_FOLDER');
  const ready = path.join(run, 'server.json');
  if (claim(path.join(run, 'starting'))) {
    const server = await startServer(run).catch((error: unknown) => {
      publish(path.join(run, 'failed'), String(error));
      throw error;
    });
    publish(ready, JSON.stringify(server));
    return server;
  }
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(25)) {
    const text = read(ready);
    if (text !== undefined) return JSON.parse(text) as TestServer;
    const reason = read(path.join(run, 'failed'));
    if (reason !== undefined) throw new Error(`the test database did not start: ${reason}`);
  }
  throw new Error('the test database did not start in time');
}

async function startServer(run: string): Promise<TestServer> {
  const prefix = fromSetup('TEST_RUN_NAME');
  const role = (name: string): Role => ({ name: `${prefix}_${name}`, password: `${prefix}-${name}` });
  const borrowed = process.env['TEST_DATABASE_SUPER_URL'];
  const superUrl =
    borrowed ?? (await startEmbeddedPostgres({ dataDir: path.join(run, 'server'), purpose: 'throw-away' })).superUrl;
  const server = { superUrl, owner: role('owner'), runtime: role('app'), template: `${prefix}_template`, prefix };
  await asSuperuser(superUrl, async (client) => {
    for (const { name, password } of [server.owner, server.runtime]) {
      await client.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '${password}'`);
    }
    // The embedded server's own databases are UTF-8 already; a borrowed one's locale is its operator's choice.
    const locale = borrowed === undefined ? '' : `TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`;
    await client.query(`CREATE DATABASE ${server.template} OWNER ${server.owner.name} ${locale}`);
  });
  await migrate(urlOf(superUrl, server.template, server.owner), urlOf(superUrl, server.template, server.runtime));
  return server;
}

function fromSetup(variable: 'TEST_RUN_FOLDER' | 'TEST_RUN_NAME'): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error('tests start through jest, whose global setup prepares the run');
  return value;
}

/** With no role given, the superuser's own. */
function urlOf(superUrl: string, database: string, role?: Role): string {
  const url = new URL(superUrl);
  url.pathname = `/${database}`;
  if (role) {
    url.username = role.name;
    url.password = role.password;
  }
  return url.href;
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function publish(file: string, text: string): void {
  writeFileSync(`${file}.draft`, text);
  renameSync(`${file}.draft`, file);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
