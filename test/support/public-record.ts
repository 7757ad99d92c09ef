import { RebuildPublicRecord } from '../../src/disclosure/index.js';
import type { Municipality } from '../../src/municipalities/index.js';
import type { House } from './house.js';

const TABLES = ['public_grants', 'public_organizations', 'public_budget_lines'] as const;

type PublicRecord = Readonly<Record<(typeof TABLES)[number], readonly object[]>>;

/** What everyone may see of a town, row by row; without the moments at which the rows were written. */
async function recordOf(house: House, town: Municipality): Promise<PublicRecord> {
  const tables = await Promise.all(
    TABLES.map(async (table) => {
      const rows = await house.sql<{ row: object }>(
        `SELECT to_jsonb(t) - 'updated_at' AS row FROM ${table} t WHERE municipality_id = $1 ORDER BY id`,
        [town.id],
      );
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(tables) as unknown as PublicRecord;
}

/** The public record as events have left it, and as it is when it is built anew from the stages. */
export async function publicRecordTwice(
  house: House,
  town: Municipality,
): Promise<{ readonly byEvents: PublicRecord; readonly rebuilt: PublicRecord }> {
  await house.drainOutbox();
  const byEvents = await recordOf(house, town);
  for (const table of TABLES) await house.sql(`DELETE FROM ${table} WHERE municipality_id = $1`, [town.id]);
  await house.get(RebuildPublicRecord).execute(town.id);
  return { byEvents, rebuilt: await recordOf(house, town) };
}
