import pg from 'pg';
import { seedDemo } from '../../src/demo/index.js';
import { readConfig } from '../../src/config/index.js';

/** The town whose queue is measured, and the day on which its clerks look at it. */
export const TOWN = '402168';
export const TODAY = '2026-04-20';

const CASES = 10_000;
const ORGANIZATIONS = 100;

/** The demonstration's town in its busiest weeks: a hundred organisations and ten thousand cases, seven in ten of them settled. */
export async function plantSpring(database: { runtimeUrl: string; superUrl: string }, dataDir: string): Promise<void> {
  await seedDemo(
    readConfig({
      DATABASE_URL: database.runtimeUrl,
      DATA_DIR: dataDir,
      CLOCK_STARTS_ON: TODAY,
      LOG_LEVEL: 'silent',
    }),
  );
  // The superuser passes row-level security; his address leads to the maintenance database.
  const url = new URL(database.superUrl);
  url.pathname = new URL(database.runtimeUrl).pathname;
  const client = new pg.Client(url.href);
  await client.connect();
  try {
    await client.query(ORGANIZATION_ROWS);
    await client.query(CASE_ROWS);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Ten thousand published grants of five years, of those organisations. Nothing else of them is there: the pages need no more. */
export async function plantPublicRecord(database: { runtimeUrl: string; superUrl: string }): Promise<void> {
  const url = new URL(database.superUrl);
  url.pathname = new URL(database.runtimeUrl).pathname;
  const client = new pg.Client(url.href);
  await client.connect();
  try {
    // The grants behind them are not planted.
    await client.query(`SET session_replication_role = replica`);
    await client.query(PUBLIC_ROWS);
    await client.query('VACUUM ANALYZE public_grants');
  } finally {
    await client.end();
  }
}

const PUBLIC_ROWS = `
  INSERT INTO public_grants (municipality_id, id, fiscal_year, district_id, district_name, district_position, organization_id,
    organization_name, program_id, program_name, budget_line_id, field, title, purpose, plan, state, amount, amount_in_force,
    paid_amount, paid_later, paid_on, paid_back, decided_on, issued_on, results, photographs, steps, updated_at)
  SELECT '${TOWN}', md5('g' || n)::uuid, 2022 + n % 5, md5('d' || o)::uuid, '見本' || o || '校区', 100 + o, md5('o' || o)::uuid,
         '見本' || o || '校区協働のまちづくり協議会', md5('p' || n % 3)::uuid, '見本の補助金' || n % 3, md5('l')::uuid,
         (ARRAY['防災', '福祉', '子ども', '環境', '文化'])[1 + n % 5 * 7 % 5], '見本の事業' || n,
         '校区の課題に住民が取り組む事業を支援します。', '[]', 'decided', 300000, 300000, 300000, 0, '2026-05-29', 0, '2026-05-01',
         '2026-05-01', '[]', '[]', '[{"on": "2026-05-01", "kind": "decided", "amount": "300000"}]', now()
    FROM (SELECT n, 1 + n % ${ORGANIZATIONS} AS o FROM generate_series(1, ${CASES}) n) AS planted`;

const ORGANIZATION_ROWS = `
  INSERT INTO districts (municipality_id, id, name, position, about, version, written_by)
  SELECT '${TOWN}', md5('d' || n)::uuid, '見本' || n || '校区', 100 + n, '', 1, '' FROM generate_series(1, ${ORGANIZATIONS}) n;

  INSERT INTO organizations (municipality_id, id, name, kana, district_id, state, postal_code, address, phone,
    consents_to_electronic_delivery, details_complete, round, version, details_version, wards_version, bylaws_version,
    opened_at, submitted_at, registered_on)
  SELECT '${TOWN}', md5('o' || n)::uuid, '見本' || n || '校区協働のまちづくり協議会', 'ミホン', md5('d' || n)::uuid, 'registered',
         '838-0100', '小郡市見本' || n || '番地', '0942-00-0000', true, true, 1, 1, 1, 1, 1, now(), now(), '2026-04-01'
    FROM generate_series(1, ${ORGANIZATIONS}) n;

  INSERT INTO organization_wards (municipality_id, organization_id, position, name)
  SELECT '${TOWN}', md5('o' || n)::uuid, ward, '見本' || ward || '区'
    FROM generate_series(1, ${ORGANIZATIONS}) n, generate_series(1, 6) ward`;

const CASE_ROWS = `
  WITH offered AS (
    SELECT program_id, document ->> 'name' AS name, row_number() OVER (ORDER BY program_id) AS nth, count(*) OVER () AS size
      FROM program_versions WHERE municipality_id = '${TOWN}'
  ), stood AS (
    SELECT n, 1 + n % ${ORGANIZATIONS} AS organization, date '2026-04-01' + n % 90 AS day,
           (ARRAY['paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'submitted', 'returned', 'approval'])[1 + n % 10] AS phase,
           (ARRAY['nobody', 'nobody', 'nobody', 'nobody', 'nobody', 'nobody', 'nobody', 'promotion', 'committee', 'approvers'])[1 + n % 10] AS turn
      FROM generate_series(1, ${CASES}) n
  )
  INSERT INTO cases (municipality_id, id, organization_id, organization_name, program_id, program_name, title, fiscal_year,
    phase, waiting_for, due_on, sort_on, received_number, amount, changed_at)
  SELECT '${TOWN}', gen_random_uuid(), md5('o' || organization)::uuid, '見本' || organization || '校区協働のまちづくり協議会', program_id,
         name, name || '交付申請', 2026, phase, turn, CASE WHEN turn <> 'nobody' THEN day END,
         CASE WHEN turn <> 'nobody' THEN day ELSE '9999-12-31' END, '8小コ第' || n || '号', 630000, now()
    FROM stood JOIN offered ON nth = 1 + n % size`;
