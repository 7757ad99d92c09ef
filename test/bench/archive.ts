import type pg from 'pg';
import { TOWN } from './spring.js';

const QUEUED = 1000;
const DECIDED = 200_000;
const CASES_A_DRAFT = 40;
/** So few that a thousand cases fill a page for each. */
const ORGANIZATIONS = 20;

/** The town begins without the cases it has. */
export async function emptyTown(client: pg.Client): Promise<void> {
  // Planted rows are whole: what they refer to need not be looked up for each.
  await client.query(`SET session_replication_role = replica; DELETE FROM case_terms; DELETE FROM cases`);
}

/** A thousand cases that wait for somebody, a third of them in drafts that wait for the 課長. */
export async function plantQueued(client: pg.Client): Promise<void> {
  await plantCases(client, QUEUED, `'submitted', 'returned', 'approval'`, `'promotion', 'committee', 'approvers'`);
  await plantDrafts(client, 'q', Math.ceil(QUEUED / 3 / CASES_A_DRAFT), 'circulating');
}

/** Years of decisions: each was approved by three posts; of one in fifty a deputy acted and 後閲 followed. */
export async function plantDecided(client: pg.Client): Promise<void> {
  await plantCases(client, DECIDED, `'paid', 'paid', 'refused'`, `'nobody', 'nobody', 'nobody'`);
  await plantDrafts(client, 'd', DECIDED / CASES_A_DRAFT, 'approved');
}

const plantCases = (client: pg.Client, count: number, phases: string, turns: string): Promise<unknown> =>
  client.query(`
  WITH offered AS (SELECT program_id, min(document ->> 'name') AS name FROM program_versions
                    WHERE municipality_id = '${TOWN}' GROUP BY program_id ORDER BY program_id LIMIT 1),
  stood AS (
    SELECT n, 1 + n % ${String(ORGANIZATIONS)} AS organization, date '2026-04-01' + n % 90 AS day,
           (ARRAY['防災訓練', '夏まつり', '見守り活動', '花いっぱい運動', 'ボッチャ大会', '子ども食堂'])[1 + n / 3 % 6] AS work,
           (ARRAY[${phases}])[1 + n % 3] AS phase, (ARRAY[${turns}])[1 + n % 3] AS turn
      FROM generate_series(1, ${String(count)}) n
  ), planted AS (
    INSERT INTO cases (municipality_id, id, organization_id, organization_name, program_id, program_name, title,
      fiscal_year, phase, waiting_for, due_on, sort_on, received_number, amount, changed_at)
    SELECT '${TOWN}', gen_random_uuid(), md5('o' || organization)::uuid, '見本' || organization || '校区まちづくり',
           program_id, name, '第' || n % 30 || '回' || work, 2026, phase, turn, CASE WHEN turn <> 'nobody' THEN day END,
           CASE WHEN turn <> 'nobody' THEN day ELSE '9999-12-31' END,
           CASE WHEN turn = 'nobody' THEN '7' ELSE '8' END || '小コ第' || n || '号', 630000, now()
      FROM stood CROSS JOIN offered
    RETURNING place, search_text)
  INSERT INTO case_terms SELECT '${TOWN}', term, place FROM planted CROSS JOIN search_terms(search_text) term`);

const plantDrafts = (client: pg.Client, key: string, count: number, state: 'circulating' | 'approved') =>
  client.query(`
  CREATE TEMPORARY TABLE planted AS
    SELECT md5('${key}' || n)::uuid AS id, n, state = 'approved' AS approved,
           CASE WHEN state = 'approved' THEN 3 ELSE 1 END AS approvals
      FROM generate_series(1, ${String(count)}) n, (VALUES ('${state}')) stands (state);
  CREATE TEMPORARY TABLE people AS
    SELECT post.id AS post_id, post.name AS post_name, holding.staff_id, member.name AS staff_name,
           row_number() OVER (ORDER BY post.rank) AS position
      FROM posts post
      JOIN post_holdings holding ON (holding.municipality_id, holding.post_id) = (post.municipality_id, post.id)
      JOIN staff_members member ON (member.municipality_id, member.id) = (holding.municipality_id, holding.staff_id)
     WHERE post.municipality_id = '${TOWN}' AND 'approve' = ANY (post.duties) AND post.side = 'ordering'
     ORDER BY post.rank LIMIT 3;

  INSERT INTO drafts (municipality_id, id, fiscal_year, number, kind, title, reason, state, round, position,
    drafter_staff_id, drafter_name, drafter_post_id, drafter_post_name, drafted_on, decided_on, waiting_since)
  SELECT '${TOWN}', id, CASE WHEN approved THEN 2020 ELSE 2026 END, 1000 + n, 'grant-decision', '交付決定　${String(CASES_A_DRAFT)}件',
         '見本', '${state}', 1, CASE WHEN NOT approved THEN 2 END, gen_random_uuid(), '見本', gen_random_uuid(), '担当',
         '2026-04-10', CASE WHEN approved THEN date '2026-04-15' END, now()
    FROM planted;
  INSERT INTO draft_rounds (municipality_id, draft_id, round, authority_act, authority_amount, authority_table_id, authority_basis)
  SELECT '${TOWN}', id, 1, 'grant-decision', 630000, gen_random_uuid(), '見本' FROM planted;
  INSERT INTO draft_items (municipality_id, id, draft_id, ordinal, subject_kind, subject_id, organization_id, title, amount,
    digest, running)
  SELECT '${TOWN}', gen_random_uuid(), id, nth, 'grant-decision', gen_random_uuid(), md5('o' || 1 + nth % ${String(ORGANIZATIONS)})::uuid,
         '見本', 630000, repeat('0', 64), NOT approved
    FROM planted, generate_series(1, ${String(CASES_A_DRAFT)}) nth;
  INSERT INTO approval_acts (municipality_id, id, draft_id, round, position, kind, post_id, post_name, staff_id, staff_name,
    acted_at, acted_on, comment, cover)
  SELECT '${TOWN}', md5(planted.id::text || position)::uuid, planted.id, 1, position, 'approved', post_id, post_name,
         CASE WHEN n % 50 = 0 THEN gen_random_uuid() ELSE staff_id END, staff_name, now(), '2026-04-12', '',
         CASE WHEN n % 50 = 0 THEN 'absent' END
    FROM planted JOIN people ON position <= approvals;
  INSERT INTO approval_acts (municipality_id, id, draft_id, round, kind, post_id, post_name, staff_id, staff_name, acted_at,
    acted_on, comment, about_act_id)
  SELECT '${TOWN}', gen_random_uuid(), planted.id, 1, 'reviewed', post_id, post_name, staff_id, staff_name, now(), '2026-04-13',
         '', md5(planted.id::text || position)::uuid
    FROM planted JOIN people ON position <= approvals WHERE n % 50 = 0;
  INSERT INTO draft_steps (municipality_id, draft_id, round, position, ordinal, post_id, post_name, side, role, act_id)
  SELECT '${TOWN}', planted.id, 1, position, position, post_id, post_name, 'ordering', 'approve',
         CASE WHEN position <= approvals THEN md5(planted.id::text || position)::uuid END
    FROM planted CROSS JOIN people;
  DROP TABLE planted, people`);
