import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { systemActor, type StaffActor } from '../../../src/kernel/actor.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { FileStore } from '../../../src/platform/files/index.js';
import { anOfficerAccount } from '../../support/builders/applications.js';
import { OneRowOfEach } from '../../support/builders/one-row-of-each.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aGrantedProject, aSettledProgram } from '../../support/builders/reports.js';
import { openTowns, signIn, staffActor, type Towns } from '../../support/builders/staff.js';
import { openWeb, type Visitor, type Web } from '../../support/index.js';
import { routesOf } from '../../support/routes.js';
import { addressOf, eachOf, readLines, type Line } from './matrix.js';

/** What the records of the test have not come to: nothing earlier to copy, no report sent, an edition without a next one, no advance. */
const NOT_YET_THERE: ReadonlySet<string> = new Set([
  'GET /:town/committee/applications/:applicationId/carry/:earlierId',
  'GET /:town/committee/reports/:reportId/receipt',
  'GET /:town/staff/applications/:applicationId/rectification',
  'GET /:town/staff/programs/:versionId/changes',
  'GET /:town/staff/reports/:reportId',
  'GET /:town/staff/reports/paper/:reportId/receipt',
  'GET /:town/treasury/advances/:grantId',
]);

const LINES = readLines();
const stopped = ({ status, headers }: Awaited<ReturnType<Visitor['request']>>, town = 'ogori'): boolean =>
  status === 401 || (status === 303 && (headers.get('location') ?? '').includes(`/${town}/sign-in`));
const TABLES = new Set(LINES.flatMap(({ records }) => records.filter((record) => record !== null)));
const takesRecords = (line: Line): boolean => line.records.some((record) => record !== null);
const opens = (line: Line): boolean => line.desks.length === 0 || line.desks.includes('public');

describe('who is not meant to reach a record does not reach it, by any route', () => {
  let web: Web;
  let towns: Towns;
  /** One person for each desk of 小郡市, who approves and who audits; the officer is of the organisation whose records are asked for. */
  const people = new Map<string, Visitor>();
  let otherOfficer: Visitor;
  /** The same of 小竹町. */
  const neighbours = new Map<string, Visitor>();
  const ids = new Map<string, string>();
  /** The tables whose record came about as a town's records do. */
  const lived = new Set<string>();

  const idOf = (table: string): string => {
    const id = ids.get(table);
    if (id === undefined) throw new Error(`the town of the test has nothing in ${table}`);
    return id;
  };
  const here = (line: Line): string => addressOf(line, 'ogori', idOf);
  const ask = async (visitor: Visitor, line: Line, address: string): Promise<number> =>
    (
      await visitor.request(line.method, address, {
        follow: false,
        ...(line.method === 'POST' && { body: new URLSearchParams() }),
      })
    ).status;

  /** What an answer gives away: a page at all, or another refusal than a record that does not exist gets. */
  const tells = async (visitor: Visitor, line: Line, where: string): Promise<string | null> => {
    const status = await ask(visitor, line, addressOf(line, where, idOf));
    if (status === 404) return null;
    const ofNone = await ask(
      visitor,
      line,
      addressOf(line, where, () => randomUUID()),
    );
    return status >= 300 && status === ofNone ? null : `${String(status)}, and ${String(ofNone)} where there is none`;
  };

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-10', environment: { DATABASE_POOL: '20' } });
    towns = await openTowns(web);
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    const program = await aSettledProgram(web, clerk);
    const own = await organization(clerk, '小郡校区協働のまちづくり協議会', '小郡校区', 'ogori-yakuin');
    await organization(clerk, '三国校区協働のまちづくり協議会', '三国校区', 'mikuni-yakuin');
    await aGrantedProject(web, clerk, approvers, own, program, {
      title: '防災訓練（見本）',
      period: ['2026-05-01', '2026-06-30'],
    });
    await rememberRecords(own);
    const as = async (town: keyof Towns, name: string): Promise<Visitor> => {
      const visitor = web.visitor();
      await signIn(visitor, towns[town], name);
      return visitor;
    };
    for (const [desk, name] of Object.entries({
      committee: 'ogori-yakuin',
      staff: 'tanto1',
      panel: 'iin1',
      treasury: 'kaikei-shinsa',
      admin: 'kanri',
      approver: 'kacho',
      auditor: 'kansa',
    })) {
      people.set(desk, await as('ogori', name));
    }
    otherOfficer = await as('ogori', 'mikuni-yakuin');
    const neighbourClerk = await staffActor(web, towns.kotake, 'tanto');
    await organization(neighbourClerk, '勝野地域まちづくり協議会（見本）', '勝野', 'katsuno-yakuin');
    for (const [desk, name] of Object.entries({
      committee: 'katsuno-yakuin',
      staff: 'tanto',
      panel: 'chocho',
      treasury: 'kaikei',
      admin: 'kanri',
    })) {
      neighbours.set(desk, await as('kotake', name));
    }
  });

  afterAll(() => web.close());

  async function organization(
    clerk: StaffActor,
    name: string,
    district: string,
    signInName: string,
  ): Promise<TestOrganization> {
    const made = await aRegisteredOrganization(web, clerk, { name, district });
    await anOfficerAccount(web, made, signInName);
    return made;
  }

  /** Of each table of the list a record of the organisation, or of the town where records are not an organisation's. */
  async function rememberRecords({ id: organizationId }: TestOrganization): Promise<void> {
    const rows = new OneRowOfEach(web, { municipality_id: towns.ogori.id, organization_id: organizationId });
    ids.set('organizations', organizationId);
    for (const record of TABLES) {
      const [table = '', column = 'id'] = record.split('.');
      const row = await rows.of(table);
      const named = row[column] ?? row['act_id'];
      if (!ids.has(record) && (typeof named === 'string' || typeof named === 'number')) ids.set(record, String(named));
    }
    // Of what is named by a column only the neighbours are asked: whether it belongs to the record before it is chance.
    for (const table of TABLES) if (!table.includes('.') && !rows.written.has(table)) lived.add(table);
  }

  /** A file that 小郡市 keeps. */
  async function aPicture(words: string): Promise<string> {
    const actor = systemActor(towns.ogori.id, '試験');
    const content = { bytes: Buffer.from(words), mediaType: 'image/png' };
    return web.get(UnitOfWork).run(actor, async (tx) => (await web.get(FileStore).put(tx, content)).sha256);
  }

  /** How many rows each table of the town holds, and what they say: nobody's attempt may change it. */
  async function town(): Promise<unknown[]> {
    const tables = await web.sql<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'municipality_id'
          AND table_name NOT IN ('sessions', 'sign_in_attempts', 'flood_acts', 'flood_days') ORDER BY 1`,
    );
    const said = [];
    for (const { name } of tables) {
      said.push([
        name,
        ...(await web.sql(
          `SELECT count(*), md5(string_agg(t::text, '' ORDER BY t::text)) FROM ${name} t WHERE municipality_id = $1`,
          [towns.ogori.id],
        )),
      ]);
    }
    return said;
  }

  it('has a line for every route of the application, and no line too many', () => {
    const lineOf = ({ method, desks, path }: Pick<Line, 'method' | 'desks' | 'path'>): string =>
      `${method} ${desks.join('|') || 'none'} ${path}`;
    expect(LINES.map(lineOf).sort()).toEqual(routesOf(web).map(lineOf).sort());
    const parameters = (line: Line): number =>
      (line.path.match(/:\w+/g) ?? []).filter((each) => each !== ':town').length;
    expect(LINES.filter((line) => line.records.length !== parameters(line)).map(({ name }) => name)).toEqual([]);
  });

  it('nobody who is not signed in gets further than the sign-in', async () => {
    const before = await town();
    const leaks: string[] = [];
    await eachOf(
      LINES.filter((line) => !opens(line)),
      async (line) => {
        const answer = await web.visitor().request(line.method, here(line), { follow: false });
        if (!stopped(answer)) leaks.push(`${line.name}: ${String(answer.status)}`);
      },
    );
    expect(leaks).toEqual([]);
    expect(await town()).toEqual(before);
  }, 240_000);

  it('the people of one desk find nothing at another', async () => {
    const before = await town();
    const leaks: string[] = [];
    const cells = LINES.filter((line) => !opens(line)).flatMap((line) =>
      [...people].filter(([desk]) => !belongs(line, desk)).map(([desk, visitor]) => ({ line, desk, visitor })),
    );
    await eachOf(cells, async ({ line, desk, visitor }) => {
      const status = await ask(visitor, line, here(line));
      if (status !== 404) leaks.push(`${desk} at ${line.name}: ${String(status)}`);
    });
    expect(leaks).toEqual([]);
    expect(await town()).toEqual(before);
  }, 240_000);

  it('another town’s people are at this town’s desks like people who are not signed in', async () => {
    const before = await town();
    const leaks: string[] = [];
    const cells = LINES.filter((line) => !opens(line)).flatMap((line) => {
      const visitor = neighbours.get(line.desks.find((desk) => neighbours.has(desk)) ?? 'staff');
      return visitor ? [{ line, visitor }] : [];
    });
    await eachOf(cells, async ({ line, visitor }) => {
      const answer = await visitor.request(line.method, here(line), {
        follow: false,
        ...(line.method === 'POST' && { body: new URLSearchParams() }),
      });
      if (!stopped(answer)) leaks.push(`${line.name}: ${String(answer.status)}`);
    });
    expect(cells.length).toBeGreaterThan(400);
    expect(leaks).toEqual([]);
    expect(await town()).toEqual(before);
  }, 240_000);

  it('nor are this town’s people anybody at the desks of another, whoever’s records they ask for', async () => {
    const leaks: string[] = [];
    const cells = LINES.filter((line) => !opens(line)).flatMap((line) => {
      const visitor = people.get(line.desks.find((desk) => people.has(desk)) ?? 'staff');
      return visitor ? [{ line, visitor }] : [];
    });
    await eachOf(cells, async ({ line, visitor }) => {
      const answer = await visitor.request(line.method, addressOf(line, 'kotake', idOf), {
        follow: false,
        ...(line.method === 'POST' && { body: new URLSearchParams() }),
      });
      if (!stopped(answer, 'kotake')) leaks.push(`${line.name}: ${String(answer.status)}`);
    });
    expect(cells.length).toBeGreaterThan(400);
    expect(leaks).toEqual([]);
  }, 240_000);

  it('a photograph is seen under its own grant and town, and one that was not given to the public by nobody', async () => {
    const [given, kept] = await Promise.all(['given', 'kept'].map((words) => aPicture(words)));
    const shown = JSON.stringify([{ sha256: given, original: kept, caption: '' }]);
    const planted = await new OneRowOfEach(web, { municipality_id: towns.ogori.id }).of('public_grants');
    const ofNeighbours = await new OneRowOfEach(web, { municipality_id: towns.kotake.id }).of('public_grants');
    for (const { municipality_id: town, id } of [planted, ofNeighbours]) {
      await web.sql('UPDATE public_grants SET photographs = $3 WHERE municipality_id = $1 AND id = $2', [
        town,
        id,
        shown,
      ]);
    }
    const seen = async (town: string, grant: unknown, sha256: string | undefined): Promise<number> =>
      (await web.visitor().get(`/${town}/grants/${String(grant)}/photographs/${sha256 ?? ''}`)).status;
    expect(await seen('ogori', planted['id'], given)).toBe(200);
    expect(await seen('ogori', planted['id'], kept)).toBe(404);
    expect(await seen('kotake', planted['id'], given)).toBe(404);
    expect(await seen('ogori', ofNeighbours['id'], given)).toBe(404);
    // Even where a list named it by mistake, the picture of another town is not there.
    expect(await seen('kotake', ofNeighbours['id'], given)).toBe(404);
  });

  it('another town’s people do not find this town’s records at their own address', async () => {
    const before = await town();
    const leaks: string[] = [];
    const cells = LINES.filter(takesRecords).flatMap((line) =>
      [...neighbours]
        .filter(([desk]) => opens(line) || line.desks.some((each) => each === desk))
        .map(([, visitor]) => ({ line, visitor })),
    );
    await eachOf(cells, async ({ line, visitor }) => {
      const told = await tells(visitor, line, 'kotake');
      if (told !== null) leaks.push(`${line.name}: ${told}`);
    });
    expect(leaks).toEqual([]);
    expect(await town()).toEqual(before);
  }, 240_000);

  it('another organisation’s officer does not find this organisation’s records', async () => {
    const before = await town();
    const leaks: string[] = [];
    const lines = LINES.filter((line) => line.desks.includes('committee') && takesRecords(line));
    const shared = (line: Line): boolean =>
      line.records.every((record) => record === null || ['program_versions', 'calls'].includes(record));
    await eachOf(
      lines.filter((line) => !shared(line)),
      async (line) => {
        const told = await tells(otherOfficer, line, 'ogori');
        if (told !== null) leaks.push(`${line.name}: ${told}`);
      },
    );
    expect(leaks).toEqual([]);
    expect(await town()).toEqual(before);
  }, 240_000);

  it('while whom they belong to finds those that came about in the town’s own work', async () => {
    const known = (line: Line): boolean => line.records.every((record) => record !== null && lived.has(record));
    const lost: string[] = [];
    const lines = LINES.filter((line) => line.method === 'GET' && takesRecords(line) && known(line));
    await eachOf(lines, async (line) => {
      const desk = line.desks.find((each) => people.has(each));
      const visitor = desk ? people.get(desk) : web.visitor();
      if (visitor && (await ask(visitor, line, here(line))) === 404) lost.push(line.name);
    });
    expect(lines.length).toBeGreaterThan(40);
    expect(lost.filter((name) => !NOT_YET_THERE.has(name))).toEqual([]);
  }, 240_000);
});

/** What else but their own desk someone may enter; what they may do there is for each use case to say. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  ...{ treasury: ['staff'], admin: ['staff'], approver: ['staff'] },
  auditor: ['staff', 'treasury', 'admin'],
};
const belongs = (line: Line, desk: string): boolean =>
  line.desks.some((each) => each === desk || ALSO[desk]?.includes(each));
