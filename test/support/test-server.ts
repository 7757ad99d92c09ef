import { randomBytes } from 'node:crypto';
import path from 'node:path';

import pg from 'pg';

import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { migrate } from '../../src/platform/database/index.js';
import { onceARun, runFolder, runName } from './once-a-run.js';

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

/** A database of its own for one test file: cloned from the migrated template in about 50 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = await onceARun('test database', startServer);
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`;
  // Copying files takes a third of the time of writing every page of the template to the log as well, which is the default.
  await asSuperuser(server.superUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER ${server.owner.name} STRATEGY FILE_COPY`),
  );
  return {
    ownerUrl: urlOf(server.superUrl, name, server.owner),
    runtimeUrl: urlOf(server.superUrl, name, server.runtime),
    superUrl: urlOf(server.superUrl, name),
    drop: async () => {
      // PostgreSQL waits some seconds for those who are leaving: a connection cut while it closes is an error without a catcher.
      await asSuperuser(server.superUrl, (client) =>
        client
          .query(`DROP DATABASE IF EXISTS ${name}`)
          .catch(() => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      );
    },
  };
}

async function startServer(): Promise<TestServer> {
  const prefix = runName();
  const role = (name: string): Role => ({ name: `${prefix}_${name}`, password: `${prefix}-${name}` });
  const borrowed = process.env['TEST_DATABASE_SUPER_URL'];
  const superUrl =
    borrowed ??
    (await startEmbeddedPostgres({ dataDir: path.join(runFolder(), 'server'), purpose: 'throw-away' })).superUrl;
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
