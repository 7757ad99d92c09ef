import pg from 'pg';
import { beginApplication, fillApplication, OPERATING_GRANT } from '../../src/demo/story/apply.js';
import { openOrganization, register, submitRegistration } from '../../src/demo/story/register.js';
import { OGORI } from '../../src/demo/story/scenes.js';
import { Troupe } from '../../src/demo/story/troupe.js';
import { TOWN } from './spring.js';

/** What belongs to one organisation and its draft: which rows, and the texts that no two of them share. */
const BELONGINGS: Readonly<Record<string, { readonly rows: string; readonly unique?: string }>> = {
  districts: { rows: 'id = (SELECT district_id FROM organizations WHERE id = $1)', unique: 'name' },
  organizations: { rows: 'id = $1', unique: 'name' },
  organization_officers: { rows: 'organization_id = $1' },
  organization_wards: { rows: 'organization_id = $1' },
  bank_accounts: { rows: 'organization_id = $1' },
  accounts: {
    rows: 'party_id IN (SELECT id FROM organization_officers WHERE organization_id = $1)',
    unique: 'sign_in_name',
  },
  applications: { rows: 'organization_id = $1', unique: 'organization_name' },
  application_sections: { rows: 'application_id IN (SELECT id FROM applications WHERE organization_id = $1)' },
  application_section_revisions: { rows: 'application_id IN (SELECT id FROM applications WHERE organization_id = $1)' },
  cases: { rows: 'organization_id = $1', unique: 'organization_name' },
};

/** Keys that each copy has for itself; programmes are shared. */
const OWN_KEYS = ['id', 'organization_id', 'district_id', 'application_id', 'party_id', 'start_request_id'];

export interface Committee {
  readonly signInName: string;
  /** Address of its complete draft. */
  readonly application: string;
}

/** One organisation fills in its application through the pages; all others are copies of it, each with an account of its own. */
export async function plantCommittees(origin: string, superUrl: string, count: number): Promise<Committee[]> {
  const [cast] = OGORI.cast;
  if (!cast) throw new Error('the story has no organisation');
  const troupe = new Troupe(origin, OGORI.slug);
  await openOrganization(troupe, OGORI.hall.clerk, cast);
  await submitRegistration(troupe, cast, 1);
  await register(troupe, OGORI.hall, cast);
  const application = await beginApplication(troupe, cast, OPERATING_GRANT);
  await fillApplication(troupe, cast, application);
  const id = application.split('/').at(-1) ?? '';

  const client = new pg.Client(superUrl);
  await client.connect();
  try {
    const found = await client.query<{ organization: string }>(
      'SELECT organization_id AS organization FROM applications WHERE id = $1',
      [id],
    );
    for (const [table, { rows, unique }] of Object.entries(BELONGINGS)) {
      await multiply(client, table, unique, rows, [found.rows[0]?.organization, count]);
    }
    const copies = await client.query<{ id: string; sign_in_name: string }>(
      `SELECT md5($1 || n)::uuid AS id, $2 || n AS sign_in_name FROM generate_series(1, $3::int) n`,
      [id, cast.signInName, count],
    );
    return copies.rows.map((copy) => ({
      signInName: copy.sign_in_name,
      application: application.replace(id, copy.id),
    }));
  } finally {
    await client.end();
  }
}

/** Keys become others, the same everywhere, by the number of the copy. */
async function multiply(
  client: pg.Client,
  table: string,
  unique: string | undefined,
  rows: string,
  parameters: readonly unknown[],
): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND is_identity = 'NO'`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => {
    if (OWN_KEYS.includes(name)) return `md5(${name}::text || n)::uuid`;
    return name === unique ? `${name} || n` : name;
  });
  await client.query(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${values.join(', ')} FROM ${table}, generate_series(1, $2::int) n WHERE municipality_id = '${TOWN}' AND ${rows}`,
    [...parameters],
  );
}
