import pg from 'pg';

export { seedDemo } from './seed.js';
export { demoStaffAccounts, type DemoAccount } from './seed-towns.js';

/** True while the installation has no town yet: the first start. */
export async function isEmptyInstallation(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM municipalities) AS empty');
    return rows[0]?.empty ?? true;
  } finally {
    await client.end();
  }
}
