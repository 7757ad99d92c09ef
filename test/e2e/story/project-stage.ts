import { randomUUID } from 'node:crypto';
import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { SaveOfficer } from '../../../src/organizations/index.js';
import { anOfficerAccount } from '../../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openBrowser, openWeb, type TestBrowser, type Web } from '../../support/index.js';

/** 小郡市 with its real programmes, and organisations of two officers each. */
export interface ProjectStage {
  readonly web: Web;
  readonly chromium: TestBrowser;
  /** A registered organisation whose officers sign in as `<signInName>-1` and `<signInName>-2`. */
  organization(signInName: string, name: string): Promise<void>;
  close(): Promise<void>;
}

const SECOND_OFFICER = '見本 太郎';

export async function openProjectStage(at: string): Promise<ProjectStage> {
  const web = await openWeb({ at });
  const { ogori } = await openTowns(web);
  await seedBusiness(web, ogori.id, ['budget', 'programs']);
  const clerk = await staffActor(web, ogori, 'tanto1');
  const chromium = await openBrowser();
  return {
    web,
    chromium,
    organization: async (signInName, name) => {
      const first = await aRegisteredOrganization(web, clerk, { name, district: name.replace(/まちづくり.*/, '') });
      await anOfficerAccount(web, first, `${signInName}-1`);
      await anOfficerAccount(web, await withSecondOfficer(web, first), `${signInName}-2`);
    },
    close: async () => {
      await chromium.close();
      await web.close();
    },
  };
}

/** The organisation as its 会計 acts for it. */
async function withSecondOfficer(web: Web, organization: TestOrganization): Promise<TestOrganization> {
  const { officerId } = await web.get(SaveOfficer).execute(organization.officer, {
    ...{ organizationId: organization.id, officerId: null, version: 0, role: '会計', name: SECOND_OFFICER },
    ...{ phone: '0942-00-0001', termFrom: '2026/4/1', termUntil: '2028/3/31', isRepresentative: false },
  });
  return {
    ...organization,
    officer: { ...organization.officer, officerId, accountId: randomUUID(), name: SECOND_OFFICER },
  };
}
