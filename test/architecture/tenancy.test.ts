import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openHouse, type House } from '../support/index.js';

/** Hold ids only and are read across towns by the relay. */
const READ_ACROSS_TOWNS = ['outbox_events', 'outbox_deliveries'];

describe('towns are kept apart by the database itself', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(() => house.close());

  it('every table that names a town forces row-level security, also on its owner', async () => {
    const tables = await house.sql<{ name: string; bound: boolean }>(
      `SELECT c.relname AS name,
              c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = c.oid) AS bound
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id'
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(10);
    const open = tables.filter(({ bound }) => !bound).map(({ name }) => name);
    expect(open.sort((a, b) => a.localeCompare(b))).toEqual([...READ_ACROSS_TOWNS].sort((a, b) => a.localeCompare(b)));
  });

  it('every reference between tables of a town carries the town, as foreign keys pass row-level security by', async () => {
    const references = await house.sql<{ name: string }>(
      `SELECT k.conrelid::regclass || '.' || k.conname AS name
         FROM pg_constraint k
         JOIN pg_attribute here ON here.attrelid = k.conrelid AND here.attname = 'municipality_id'
         JOIN pg_attribute there ON there.attrelid = k.confrelid AND there.attname = 'municipality_id'
        WHERE k.contype = 'f' AND k.conrelid::regclass::text <> ALL ($1) AND NOT (here.attnum = ANY (k.conkey) AND there.attnum = ANY (k.confkey))`,
      [READ_ACROSS_TOWNS],
    );
    expect(references.map(({ name }) => name)).toEqual([]);
  });

  it('views look with the eyes of whoever asks', async () => {
    const views = await house.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
          AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)`,
    );
    expect(views).toEqual([]);
  });
});
