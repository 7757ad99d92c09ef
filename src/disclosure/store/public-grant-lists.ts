import { Injectable } from '@nestjs/common';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { yen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PublicGrant, PublicPhotograph, PublicState, PublicText, StepKind } from '../domain/public-grant.js';
import type { GrantQuestion, PublicSum } from '../domain/public-sums.js';
import { PublicGrantRow } from './public-grant-row.js';
import { toPublicGrant, UUID } from './public-grant.store.js';

/** One row of a list: no more than it shows. */
export interface ListedGrant {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly districtId: string;
  readonly districtName: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly title: string;
  /** What it is for: in the organisation's words where a project has any, else what the programme is for. */
  readonly purpose: string;
  /** Of what the project is for, the first that its programme publishes; null where it publishes nothing of it. */
  readonly aim: PublicText | null;
  /** The first of what its report says, as many as a card holds. */
  readonly results: readonly PublicText[];
  /** null where none may be shown. */
  readonly photograph: PublicPhotograph | null;
  /** What its yearly verification found for the time to come; null before that. */
  readonly direction: string | null;
  readonly state: PublicState;
  readonly amount: Yen;
  readonly amountInForce: Yen;
  readonly paidAmount: Yen;
  readonly paidBack: Yen;
  readonly paidOn: LocalDate | null;
  readonly decidedOn: LocalDate;
  readonly issuedOn: LocalDate;
}

/** One day in the life of a grant. */
export interface GrantStep {
  readonly id: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly title: string;
  readonly purpose: string;
  readonly hasResults: boolean;
  readonly kind: StepKind;
  /** From 1, in the order of its days. */
  readonly place: number;
  readonly on: LocalDate;
  /** In digits. */
  readonly amount: string | null;
}

/** The first of the disclosed answers says what a project is for; without one its programme does. */
const LISTED = `
  SELECT id, fiscal_year AS "fiscalYear", district_id AS "districtId", district_name AS "districtName",
         organization_id AS "organizationId", organization_name AS "organizationName", program_name AS "programName",
         title, coalesce(nullif(plan->0->>'text', ''), purpose) AS purpose, plan->0 AS aim,
         jsonb_path_query_array(results, '$[0 to 2]') AS results, photographs->0 AS photograph,
         verification->>'direction' AS direction, state, amount, amount_in_force AS "amountInForce", paid_amount AS "paidAmount",
         paid_back AS "paidBack",
         paid_on::text AS "paidOn", decided_on::text AS "decidedOn", issued_on::text AS "issuedOn"
    FROM public_grants`;
const IN_ORDER = 'district_position, organization_name, program_name, title, id';

const GROUPS = {
  district: ['district_id::text', 'district_name', 'min(district_position)'],
  program: ['program_id::text', 'max(program_name)', 'max(program_name)'],
  field: ['field', 'field', 'sum(amount_in_force) DESC'],
  year: ['fiscal_year::text', 'fiscal_year::text', '1 DESC'],
} as const satisfies Record<string, readonly [key: string, name: string, order: string]>;
type SumBy = keyof typeof GROUPS;
type SummedQuestion = Partial<GrantQuestion> & { readonly organizationId?: string };

/** The published grants as lists and sums; what a filter asks for is bound, never written into the text. */
@Injectable()
export class PublicGrantLists {
  /** A part of what the question asks for, in the order of the districts. */
  async page(tx: Transaction, question: GrantQuestion, part: PartOfList): Promise<ListedGrant[]> {
    const { where, parameters } = conditionsOf(tx, question);
    const limits = `LIMIT ${String(part.most)} OFFSET ${String(part.from)}`;
    return listed(await tx.query(`${LISTED} WHERE ${where} ORDER BY ${IN_ORDER} ${limits}`, parameters));
  }

  /** Of one organisation, newest year first. */
  async ofOrganization(tx: Transaction, organizationId: string): Promise<ListedGrant[]> {
    const text = `${LISTED} WHERE municipality_id = $1 AND organization_id = $2 ORDER BY fiscal_year DESC, ${IN_ORDER}`;
    return listed(await tx.query(text, [tx.municipalityId, organizationId]));
  }

  /** Of one district and year. */
  async ofDistrict(tx: Transaction, districtId: string, year: FiscalYear): Promise<ListedGrant[]> {
    const text = `${LISTED} WHERE municipality_id = $1 AND district_id = $2 AND fiscal_year = $3 ORDER BY ${IN_ORDER}`;
    return listed(await tx.query(text, [tx.municipalityId, districtId, year]));
  }

  /** The grants of each proposal that became a model project, newest year first. */
  async ofProposals(tx: Transaction): Promise<ReadonlyMap<string, { grantId: string; fiscalYear: FiscalYear }[]>> {
    const rows = await tx.query<{ proposal: string; grantId: string; year: number }>(
      `SELECT proposal->>'id' AS proposal, id AS "grantId", fiscal_year AS year FROM public_grants
        WHERE municipality_id = $1 AND proposal IS NOT NULL ORDER BY fiscal_year DESC, id`,
      [tx.municipalityId],
    );
    const found = new Map<string, { grantId: string; fiscalYear: FiscalYear }[]>();
    for (const { proposal, grantId, year } of rows) {
      found.set(proposal, [...(found.get(proposal) ?? []), { grantId, fiscalYear: fiscalYear(year) }]);
    }
    return found;
  }

  /** What happened last to grants, of these kinds; a decision on the day on which it became public. */
  newestSteps(tx: Transaction, kinds: readonly StepKind[], most: number): Promise<GrantStep[]> {
    return tx.query<GrantStep>(
      `SELECT g.id, g.organization_name AS "organizationName", g.program_name AS "programName", g.title, g.purpose,
              g.results <> '[]' AS "hasResults", s.step->>'kind' AS kind, s.place::int AS place, s.step->>'amount' AS amount,
              CASE s.step->>'kind' WHEN 'decided' THEN g.issued_on::text ELSE s.step->>'on' END AS "on"
         FROM public_grants g, jsonb_array_elements(g.steps) WITH ORDINALITY AS s (step, place)
        WHERE g.municipality_id = $1 AND s.step->>'kind' = ANY ($2)
        ORDER BY "on" DESC, g.id, s.place DESC LIMIT $3`,
      [tx.municipalityId, kinds, most],
    );
  }

  /** What the question asks for, summed by one of its parts. */
  async sums(tx: Transaction, by: SumBy, question: SummedQuestion): Promise<PublicSum[]> {
    const [key, name, order] = GROUPS[by];
    const { where, parameters } = conditionsOf(tx, question);
    const grouped = by === 'district' ? `${key}, ${name}` : key;
    const filled = by === 'field' ? ` AND field <> ''` : '';
    const rows = await tx.query<{ key: string; name: string; grants: number } & Amounts>(
      `SELECT ${key} AS key, ${name} AS name, count(*)::int AS grants, sum(amount_in_force) AS granted,
              sum(paid_amount) AS paid, sum(paid_back) AS "paidBack"
         FROM public_grants WHERE ${where}${filled} GROUP BY ${grouped} ORDER BY ${order}`,
      parameters,
    );
    return rows.map((row) => ({
      ...{ ...row, granted: yen(row.granted), paid: yen(row.paid), paidBack: yen(row.paidBack) },
    }));
  }

  /** Newest first. */
  async years(tx: Transaction): Promise<FiscalYear[]> {
    const rows = await tx.query<{ year: number }>(
      'SELECT DISTINCT fiscal_year AS year FROM public_grants WHERE municipality_id = $1 ORDER BY year DESC',
      [tx.municipalityId],
    );
    return rows.map(({ year }) => fiscalYear(year));
  }

  /** Everything of every year or of one, newest year first: for the files of open data. */
  async all(tx: Transaction, year?: FiscalYear): Promise<(PublicGrant & { readonly updatedAt: Date })[]> {
    const rows = await tx.manager.find(PublicGrantRow, {
      ...(year !== undefined && { where: { fiscalYear: year } }),
      order: {
        fiscalYear: 'DESC',
        districtPosition: 'ASC',
        organizationName: 'ASC',
        programName: 'ASC',
        title: 'ASC',
        id: 'ASC',
      },
    });
    return rows.map((row) => ({ ...toPublicGrant(row), updatedAt: row.updatedAt }));
  }
}

function conditionsOf(tx: Transaction, question: SummedQuestion): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [tx.municipalityId];
  const conditions = ['municipality_id = $1'];
  const ask = (condition: (place: string) => string, value: unknown): void => {
    parameters.push(value);
    conditions.push(condition(`$${String(parameters.length)}`));
  };
  const { year, districtId = '', organizationId = '', programId = '', field = '', words = '' } = question;
  if (year !== undefined) ask((place) => `fiscal_year = ${place}`, year);
  if (UUID.test(districtId)) ask((place) => `district_id = ${place}`, districtId);
  if (UUID.test(organizationId)) ask((place) => `organization_id = ${place}`, organizationId);
  if (UUID.test(programId)) ask((place) => `program_id = ${place}`, programId);
  if (field !== '') ask((place) => `field = ${place}`, field);
  for (const word of words.split(' ').filter((each) => each !== '')) {
    ask((place) => `strpos(organization_name || ' ' || title || ' ' || program_name, ${place}) > 0`, word);
  }
  return { where: conditions.join(' AND '), parameters };
}

type Amounts = Readonly<Record<'granted' | 'paid' | 'paidBack', string>>;

const AMOUNTS = ['amount', 'amountInForce', 'paidAmount', 'paidBack'] as const;
type AmountName = (typeof AMOUNTS)[number];
type Row = Omit<ListedGrant, AmountName> & Readonly<Record<AmountName, string>>;

const listed = (rows: Row[]): ListedGrant[] =>
  rows.map((row) => ({
    ...row,
    fiscalYear: fiscalYear(row.fiscalYear),
    ...(Object.fromEntries(AMOUNTS.map((name) => [name, yen(row[name])])) as Record<AmountName, Yen>),
  }));
