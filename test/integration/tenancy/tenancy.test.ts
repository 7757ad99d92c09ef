import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';

import { publicActor, systemActor } from '../../../src/kernel/actor.js';
import { dataSourceOptions, refuseUnsafeRole, UnitOfWork } from '../../../src/platform/database/index.js';
import { openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

let house: House;
let towns: Towns;

beforeAll(async () => {
  house = await openHouse();
  towns = await openTowns(house);
});
afterAll(() => house.close());

/** Raw SQL as the running application's own role. */
async function asRuntime<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(house.database.runtimeUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const tenantTables = async (): Promise<string[]> => {
  const rows = await house.sql<{ table_name: string }>(
    `SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND c.column_name = 'municipality_id' AND t.table_type = 'BASE TABLE'
        AND c.table_name NOT LIKE 'outbox\\_%' ORDER BY 1`,
  );
  return rows.map(({ table_name }) => table_name);
};

describe('one town cannot reach another', () => {
  it('because every tenant table enforces row-level security, on its owner too', async () => {
    const open = await house.sql<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relname = ANY($1::text[]) AND relkind = 'r'
          AND NOT (relrowsecurity AND relforcerowsecurity)`,
      [await tenantTables()],
    );
    expect(open).toEqual([]);
  });

  it('and every reference between tenant tables carries the town', async () => {
    const loose = await house.sql<{ name: string }>(
      `SELECT conrelid::regclass || ' ' || conname AS name FROM pg_constraint k
        WHERE contype = 'f' AND conrelid::regclass::text = ANY($1::text[]) AND confrelid::regclass::text = ANY($1::text[])
          AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                           WHERE a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey) AND a.attname = 'municipality_id')`,
      [await tenantTables()],
    );
    expect(loose).toEqual([]);
  });

  it('by raw SQL without a town: no row is there', async () => {
    const tables = await tenantTables();
    expect(tables).toEqual(
      expect.arrayContaining(['accounts', 'audit_entries', 'post_holdings', 'sections', 'sessions', 'staff_members']),
    );
    await asRuntime(async (client) => {
      for (const table of tables) {
        expect([table, (await client.query(`SELECT 1 FROM ${table}`)).rowCount]).toEqual([table, 0]);
      }
    });
  });

  it('by raw SQL in its own town: it sees, changes, deletes and adds nothing of the other', async () => {
    await asRuntime(async (client) => {
      await client.query(`SELECT set_config('app.municipality', $1, false)`, [towns.kotake.id]);
      const seen = await client.query<{ municipality_id: string }>(
        'SELECT DISTINCT municipality_id FROM staff_members',
      );
      expect(seen.rows).toEqual([{ municipality_id: towns.kotake.id }]);

      const other = `municipality_id = '${towns.ogori.id}'`;
      expect((await client.query(`UPDATE staff_members SET name = 'x' WHERE ${other}`)).rowCount).toBe(0);
      expect((await client.query(`DELETE FROM sessions WHERE ${other}`)).rowCount).toBe(0);
      const insert = `INSERT INTO staff_members VALUES ('${towns.ogori.id}', gen_random_uuid(), 'x', 'x', NULL, 1)`;
      await expect(client.query(insert)).rejects.toThrow('row-level security');
      const move = `UPDATE staff_members SET municipality_id = '${towns.ogori.id}'`;
      await expect(client.query(move)).rejects.toThrow(/row-level security|foreign key/);
      const letterhead = await client.query(`UPDATE municipalities SET head_name = 'x' WHERE id = '${towns.ogori.id}'`);
      expect(letterhead.rowCount).toBe(0);
    });
  });

  it('even by an id that leaked: the record does not exist', async () => {
    const { staffId } = await staffActor(house, towns.ogori, 'kacho');
    const found = await house
      .get(UnitOfWork)
      .read(systemActor(towns.kotake.id, 'test'), (tx) =>
        tx.query('SELECT 1 FROM staff_members WHERE id = $1', [staffId]),
      );
    expect(found).toEqual([]);
  });

  it('and the role can neither lift the protection nor rewrite the audit trail', async () => {
    await asRuntime(async (client) => {
      await client.query(`SELECT set_config('app.municipality', $1, false)`, [towns.ogori.id]);
      await expect(client.query('ALTER TABLE accounts DISABLE ROW LEVEL SECURITY')).rejects.toThrow('must be owner');
      await expect(client.query('SET row_security = off; SELECT 1 FROM accounts')).rejects.toThrow(
        'row-level security',
      );
      for (const act of [`UPDATE audit_entries SET action = 'x'`, 'DELETE FROM audit_entries']) {
        await expect(client.query(act)).rejects.toThrow('append-only');
      }
      await expect(client.query('TRUNCATE audit_entries')).rejects.toThrow('permission denied');
    });
  });

  it('while both lists of towns are read by everybody', async () => {
    const names = await house
      .get(UnitOfWork)
      .read(publicActor(towns.ogori.id), (tx) =>
        tx.query<{ name: string }>('SELECT name FROM municipalities ORDER BY id'),
      );
    expect(names).toEqual([{ name: '小郡市' }, { name: '小竹町' }]);
  });
});

describe('start-up refuses a runtime role that could reach everything', () => {
  const startAs = async (url: string): Promise<void> => {
    const source = await new DataSource(dataSourceOptions(url, 1)).initialize();
    try {
      await refuseUnsafeRole(source);
    } finally {
      await source.destroy();
    }
  };

  it('accepts the intended one', async () => expect(await startAs(house.database.runtimeUrl)).toBeUndefined());

  it('refuses a superuser', () => expect(startAs(house.database.superUrl)).rejects.toThrow('DATABASE_URL'));

  it('refuses the owner of the tables', () => expect(startAs(house.database.ownerUrl)).rejects.toThrow('DATABASE_URL'));

  it('refuses a role with BYPASSRLS', async () => {
    const role = `bypass_${String(process.pid)}`;
    await house.sql(`CREATE ROLE ${role} LOGIN BYPASSRLS PASSWORD 'x'`);
    const url = new URL(house.database.runtimeUrl);
    url.username = role;
    url.password = 'x';
    try {
      await expect(startAs(url.href)).rejects.toThrow('DATABASE_URL');
    } finally {
      await house.sql(`DROP ROLE ${role}`);
    }
  });
});
