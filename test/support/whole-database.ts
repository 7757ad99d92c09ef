import type { House } from './house.js';

/** The tables of the database in which this text stands in any column, whatever town they are of. */
export async function tablesThatHold(house: Pick<House, 'sql'>, text: string): Promise<string[]> {
  const tables = await house.sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const [found] = await house.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM "${name}" AS line WHERE strpos(line::text, $1) > 0`,
      [text],
    );
    if (found && found.count > 0) holding.push(name);
  }
  return holding;
}
