import { readConfig } from './config/index.js';
import { migrate } from './platform/database/index.js';
import { exitWithReason } from './process.js';

/** `npm run migrate`: for towns with their own PostgreSQL. */
async function run(): Promise<void> {
  const { databaseOwnerUrl, databaseUrl } = readConfig();
  if (!databaseOwnerUrl || !databaseUrl)
    throw new Error('DATABASE_OWNER_URL and DATABASE_URL must both be set to migrate.');
  await migrate(databaseOwnerUrl, databaseUrl);
}

run().catch(exitWithReason);
