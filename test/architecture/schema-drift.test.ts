import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityMetadata } from 'typeorm';

import { openHouse, type House } from '../support/index.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
}

/** Read by plain SQL alone, so no row class describes them. */
const TABLES_WITHOUT_ROW = /^(migrations|case_terms|audit_entries|outbox_\w+|files?|file_\w+|flood_\w+|mornings)$/;

describe('rows and migrated tables say the same', () => {
  let house: House;
  let rows: readonly EntityMetadata[];

  beforeAll(async () => {
    house = await openHouse();
    rows = house.get(DataSource).entityMetadatas;
  });

  afterAll(() => house.close());

  it('column by column: name, type, nullability, key, both ways', async () => {
    const drift: Record<string, unknown> = {};
    for (const row of rows) {
      const [declared, migrated] = [await declaredColumns(row), await migratedColumns(row.tableName)];
      const unequal = [
        ...declared.filter((column) => !has(migrated, column)).map((column) => ({ inRow: column })),
        ...migrated.filter((column) => !has(declared, column)).map((column) => ({ inTable: column })),
      ];
      if (unequal.length > 0) drift[row.name] = unequal;
    }
    expect(drift).toEqual({});
  });

  it('finds a column that a row does not know, and one that it makes up', async () => {
    const [row] = rows;
    if (!row) throw new Error('no rows at all');
    const migrated = await migratedColumns(row.tableName);
    expect(has(migrated, { name: 'made_up', type: 'text', nullable: true, key: false })).toBe(false);
    const [column] = migrated;
    expect(column && has(migrated, { ...column, nullable: !column.nullable })).toBe(false);
  });

  it('no table is forgotten', async () => {
    const tables = await house.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const known = new Set(rows.map((row) => row.tableName));
    const forgotten = tables
      .map(({ name }) => name)
      .filter((name) => !known.has(name) && !TABLES_WITHOUT_ROW.test(name));
    expect(forgotten).toEqual([]);
  });

  /** Types in PostgreSQL's own words: `int` and `int4` are both `integer`. */
  async function declaredColumns(row: EntityMetadata): Promise<Column[]> {
    const types = row.columns.map((column) => `${String(column.type)}${column.isArray ? '[]' : ''}`);
    const proper = await house.sql<{ type: string }>(
      'SELECT to_regtype(name)::text AS type FROM unnest($1::text[]) WITH ORDINALITY AS t (name, n) ORDER BY n',
      [types],
    );
    return row.columns.map((column, index) => ({
      name: column.databaseName,
      type: proper[index]?.type ?? '?',
      nullable: column.isNullable,
      key: column.isPrimary,
    }));
  }

  function migratedColumns(table: string): Promise<Column[]> {
    return house.sql<Column>(
      `SELECT a.attname AS name, a.atttypid::regtype::text AS type, NOT a.attnotnull AS nullable,
              coalesce(a.attnum = ANY (i.indkey), false) AS key
         FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
        WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped`,
      [table],
    );
  }
});

const has = (columns: readonly Column[], sought: Column): boolean =>
  columns.some((column) => JSON.stringify(orderly(column)) === JSON.stringify(orderly(sought)));

const orderly = ({ name, type, nullable, key }: Column): unknown[] => [name, type, nullable, key];
