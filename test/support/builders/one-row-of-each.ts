import type { House } from '../index.js';

type Row = Readonly<Record<string, unknown>>;

interface Column {
  readonly name: string;
  readonly type: string;
  /** Some words that a check allows this column; of them the first, or `published`, is written. */
  readonly allowed: string | null;
}

interface Reference {
  readonly table: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const PLAIN: Readonly<Record<string, unknown>> = {
  ...{ uuid: null, boolean: false, date: '2026-04-10', 'timestamp with time zone': '2026-04-10T00:00:00Z' },
  ...{ bytea: '\\x00', jsonb: [], integer: 1, smallint: 1, bigint: 1, numeric: 1, ARRAY: [], interval: '1 day' },
  ...{ daterange: '[2026-04-01,2026-05-01)', tstzrange: '[2026-04-01,2026-05-01)', text: 'x' },
};

/**
 * Writes past every use case, as the database's superuser, one row of the town into a table that has none, with what it
 * refers to. Only its id is worth anything: this is for tests that ask who may reach a record, not what it says.
 */
export class OneRowOfEach {
  private readonly rows = new Map<string, Row>();
  /** The tables into which a row had to be written: what is in it makes no sense, only that it is there. */
  readonly written = new Set<string>();

  constructor(
    private readonly house: Pick<House, 'sql'>,
    /** What every row has that has such a column: `municipality_id`, `organization_id`. */
    private readonly owner: Row,
  ) {}

  async of(table: string): Promise<Row> {
    const known = this.rows.get(table) ?? (await this.find(table)) ?? (await this.write(table));
    this.rows.set(table, known);
    return known;
  }

  private async find(table: string): Promise<Row | undefined> {
    const owned = (await this.columns(table, true)).filter(({ name }) => name in this.owner);
    const [found] = await this.house.sql<Row>(
      `SELECT * FROM ${table} WHERE ${['true', ...owned.map(({ name }) => `${name} = '${String(this.owner[name])}'`)].join(' AND ')} LIMIT 1`,
    );
    return found;
  }

  private async write(table: string): Promise<Row> {
    this.written.add(table);
    const row: Record<string, unknown> = {};
    for (const { name, type, allowed } of await this.columns(table, false)) {
      const words = [...(allowed ?? '').matchAll(/'([^']+)'::text/g)].map(([, word]) => word);
      row[name] = words.includes('published')
        ? 'published'
        : (words[0] ?? PLAIN[type] ?? (type === 'uuid' ? crypto.randomUUID() : 'x'));
      if (name === 'fiscal_year') row[name] = 2026;
    }
    const own = async (): Promise<void> => {
      for (const { name } of await this.columns(table, true)) if (name in this.owner) row[name] = this.owner[name];
    };
    await own();
    for (const { table: other, from, to } of await this.references(table)) {
      if (other === table || !from.every((name) => name in row)) continue;
      const target = await this.of(other);
      from.forEach((name, at) => (row[name] = target[to[at] ?? '']));
    }
    await own();
    const names = Object.keys(row).join(', ');
    const text = JSON.stringify(row).replaceAll("'", "''");
    // Checks hold a row's columns to one another, which nobody could satisfy from the catalogue alone.
    const checks = await this.house.sql<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::text::regclass AND contype = 'c'`,
      [table],
    );
    await this.house.sql(
      `BEGIN; ${checks.map(({ name }) => `ALTER TABLE ${table} DROP CONSTRAINT "${name}";`).join(' ')}
       SET LOCAL session_replication_role = replica;
       INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, '${text}'); COMMIT`,
    );
    const written = await this.find(table);
    if (written === undefined) throw new Error(`${table} did not keep its row`);
    return written;
  }

  /** Those that must be filled in, or all. */
  private async columns(table: string, all: boolean): Promise<Column[]> {
    return this.house.sql<Column>(
      `SELECT column_name AS name, data_type AS type,
              (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                WHERE conrelid = $1::text::regclass AND contype = 'c' AND cardinality(conkey) = 1
                  AND pg_get_constraintdef(oid) LIKE '%((' || column_name || ' = ANY (ARRAY[%' LIMIT 1) AS allowed
         FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1::text AND is_generated = 'NEVER'
          AND ($2 OR (is_identity = 'NO' AND is_nullable = 'NO' AND (column_default IS NULL OR column_name = 'state')))`,
      [table, all],
    );
  }

  private async references(table: string): Promise<Reference[]> {
    const names = (key: string, relation: string): string =>
      `(SELECT array_agg(attname::text ORDER BY at) FROM unnest(${key}) WITH ORDINALITY AS k (number, at)
          JOIN pg_attribute ON attrelid = ${relation} AND attnum = number)`;
    return this.house.sql<Reference>(
      `SELECT confrelid::regclass::text AS table, ${names('conkey', 'conrelid')} AS from, ${names('confkey', 'confrelid')} AS to
         FROM pg_constraint WHERE conrelid = $1::text::regclass AND contype = 'f'`,
      [table],
    );
  }
}
