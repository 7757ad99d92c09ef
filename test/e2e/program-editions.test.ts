import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../src/kernel/actor.js';
import { localDate } from '../../src/kernel/local-date.js';
import { EditDraftVersion, PrepareNextVersion, type ProgramDocument } from '../../src/programs/index.js';
import { aPublishedProgram, type TestProgram } from '../support/builders/applications.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';

describe('the editions of a programme', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  /** The draft of the next edition, changed; the version that it was saved as is 2. */
  const aNextDraft = async (program: TestProgram, change: Partial<ProgramDocument>): Promise<string> => {
    const { versionId } = await web.get(PrepareNextVersion).execute(clerk, program);
    const document = { ...program.document, ...change };
    await web.get(EditDraftVersion).execute(clerk, { versionId, version: 1, document });
    return versionId;
  };

  const look = async (visitor: Visitor, path: string): Promise<Page> => {
    const page = await visitor.get(`/ogori/${path}`);
    expect(await checkHtml(page.html)).toEqual([]);
    return page;
  };

  /** 均等割 of the tests' programme is 570,000 yen. */
  const flatOf = (program: TestProgram, yen: string): ProgramDocument['rule'] => ({
    ...program.document.rule,
    terms: program.document.rule.terms.map((term) => (term.kind === 'flat' ? { ...term, yen } : term)),
  });

  it('stand beside each other, with what differs and nothing else', async () => {
    const program = await aPublishedProgram(web, clerk);
    const next = await aNextDraft(program, {
      rule: flatOf(program, '600000'),
      timetable: { ...program.document.timetable, closes: localDate('2026-06-12') },
    });
    const staff = await as('tanto1');
    const draft = await look(staff, `staff/programs/${next}`);
    expect(draft.text).toContain('前の版との違いを見る');
    const compared = await look(staff, `staff/programs/${next}/changes`);
    for (const words of ['570,000円', '600,000円', '令和8年5月29日', '令和8年6月12日']) {
      expect(compared.text).toContain(words);
    }
    expect(compared.text).not.toContain('行政区割');
    expect(compared.text).not.toContain(program.document.purpose);
    expect((await staff.get(`/ogori/staff/programs/${program.versionId}/changes`)).status).toBe(404);
  });
});
