import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { LetterTemplates, type Letter } from '../../notices/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { citedInFull } from '../../programs/index.js';
import type { Determination } from '../domain/determination.js';
import { ReportStore } from '../store/report.store.js';
import { DETERMINATION, disallowedInWords } from './determination-subject.js';

/** A letter ready to be issued, and what its delivery depends on. */
export interface ComposedLetter {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** Composes 額の確定通知書 from the determination, the report it answers, and the town's letterhead. */
@Injectable()
export class DeterminationLetter {
  constructor(
    private readonly reports: ReportStore,
    private readonly grants: GrantDirectory,
    private readonly organizations: OrganizationDirectory,
    private readonly municipalities: Municipalities,
    private readonly templates: LetterTemplates,
  ) {}

  async compose(tx: Transaction, determination: Determination): Promise<ComposedLetter> {
    const report = await this.reports.get(tx, determination.reportId);
    const grant = await this.grants.get(tx, determination.grantId);
    const organization = await this.organizations.get(tx, determination.organizationId);
    const town = await this.municipalities.of(tx);
    const { document } = grant;
    const section = await this.municipalities.sectionOf(tx, document.handledBy);
    const { rest, over, paidBefore } = determination;
    const { seal } = document.letters.decision;
    const words = {
      program: determination.programName.replace(/\s+/g, ''),
      project: determination.title === determination.programName ? null : determination.title,
      reportedOn: report.receivedOn ?? '',
      decidedOn: grant.issuedOn ?? '',
      decisionNumber: grant.letterNumber ?? '',
      determinationArticle: citedInFull(document, document.report?.articles.determination ?? ''),
      claimArticle: document.articles.claim,
      decision: determination.decision.toString(),
      amount: determination.amount.toString(),
      paidBefore: (paidBefore ?? ZERO_YEN).toString(),
      rest: rest !== null && rest > ZERO_YEN ? rest.toString() : '',
      over: over !== null && over > ZERO_YEN ? over.toString() : '',
      disallowed: determination.disallowed.map(disallowedInWords),
    };
    const source = { template: DETERMINATION, wording: null };
    const worded = this.templates.render(source, town.slug, words, {
      算定内訳: { kind: 'working', working: determination.working },
    });
    const { representative, postalCode, address } = organization;
    return {
      letter: {
        ...worded,
        kind: DETERMINATION,
        formLabel: document.report?.formLabel ?? null,
        numbered: true,
        addressee: {
          lines: [`〒${postalCode}`, address],
          organization: determination.organizationName,
          person: representative ? `${representative.role}　${fullWidthSpaces(representative.name)}` : '',
          honorific: representative ? '様' : '御中',
        },
        sender:
          town.headVacantActing === null
            ? { title: town.headTitle, name: fullWidthSpaces(town.headName), seal }
            : { title: fullWidthSpaces(town.headVacantActing), name: '', seal },
        contact: {
          section: `${town.name}${section.name}${section.unit}`,
          ...{ person: null, phone: section.phone, mail: section.mail },
        },
        ...{ subjectKind: DETERMINATION, subjectId: determination.id, organizationId: determination.organizationId },
      },
      sectionId: section.id,
      consentsToElectronicDelivery: organization.consentsToElectronicDelivery,
    };
  }
}

const fullWidthSpaces = (name: string): string => name.replace(/[ \u{3000}]+/gu, '　');
