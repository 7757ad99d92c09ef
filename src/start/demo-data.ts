import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import pg from 'pg';

import type { AppConfig } from '../config/index.js';
import type { DemoAccount, Opening } from '../demo/index.js';
import { dayInJapan } from '../kernel/local-date.js';
import { clockFrom } from '../platform/clock/index.js';
import { table } from './table.js';

export interface DemoData {
  /** Who can sign in. */
  readonly accounts: readonly DemoAccount[];
  /** Brings the organisations to the state in which a first visitor finds them; nothing to do on later starts. */
  readonly opening: Opening | undefined;
}

/**
 * Lays the demonstration's towns into an empty installation; answers with the accounts one can sign in with. The list
 * is kept beside the data, so that later starts need not load the whole application to print it.
 */
export async function provideDemoData(config: AppConfig, databaseUrl: string): Promise<DemoData> {
  const list = path.join(config.dataDir, 'demo-accounts.json');
  const begun = `${list}.begun`;
  if (!(await isEmpty(databaseUrl)) && !existsSync(begun)) {
    const text = await readFile(list, 'utf8').catch(() => '[]');
    return { accounts: JSON.parse(text) as DemoAccount[], opening: undefined };
  }
  // A first start that was cut off is taken up by the next one; laying the same data again changes nothing.
  await writeFile(begun, '');
  const { demoOfficerAccounts, demoStaffAccounts, openAllYear, openingOf, seedDemo } = await import('../demo/index.js');
  const today = dayInJapan(clockFrom(config.clockStartsOn).now());
  const days = openAllYear(today);
  const opening = openingOf({ today, ...days });
  // The towns are laid on the first of the days that are over, so that nothing in them is younger than what follows.
  const clockStartsOn = opening.past[0]?.day;
  await seedDemo({ ...config, databaseUrl, clockStartsOn }, days, today);
  const accounts = [...demoOfficerAccounts(), ...demoStaffAccounts()];
  await writeFile(list, `${JSON.stringify(accounts, null, 2)}\n`);
  await rm(begun);
  return { accounts, opening };
}

/** The accounts as the terminal shows them. */
export function describeAccounts(accounts: readonly DemoAccount[], origin: string): string {
  const rows = accounts.map(({ town, role, signInName, password, path: page }) => [
    town,
    role,
    signInName,
    password,
    new URL(page, origin).href,
  ]);
  return table([['Town', 'Desk', 'Sign-in name', 'Password', 'Address'], ...rows]);
}

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(
      'SELECT NOT EXISTS (SELECT 1 FROM municipalities) AS empty',
    );
    return rows[0]?.empty ?? true;
  } finally {
    await client.end();
  }
}
