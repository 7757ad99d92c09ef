import { Injectable } from '@nestjs/common';
import { LetterFrames } from '../../grants/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { LetterTemplates, type Letter } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { citedInFull, letterOf, type DirectionWords } from '../../programs/index.js';
import type { Verification } from '../domain/verification.js';
import { PROJECT_DIRECTION } from './noted.js';
import { VerificationGrounds } from './verification-grounds.js';

export interface ComposedDirectionLetter {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** Composes 検証結果通知書: the direction that was decided, and why. */
@Injectable()
export class DirectionLetter {
  constructor(
    private readonly grounds: VerificationGrounds,
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
  ) {}

  async compose(tx: Transaction, verification: Verification): Promise<ComposedDirectionLetter> {
    const { grant, sheet, supportYear } = await this.grounds.of(tx, verification);
    const { document, issuedOn, letterNumber, organizationId } = grant;
    const { frame, ...delivery } = await this.frames.of(tx, grant);
    const words: DirectionWords = {
      program: verification.programName.replace(/\s+/g, ''),
      organization: verification.organizationName,
      project: verification.title,
      year: formatFiscalYear(verification.fiscalYear),
      supportYear: supportYear ?? '',
      decisionOn: issuedOn ?? '',
      decisionNumber: letterNumber ?? '',
      article: sheet.article === '' ? document.legalBasis.title : citedInFull(document, sheet.article),
      direction: verification.directionLabel ?? '',
      reason: verification.reason,
      decidedOn: verification.decidedOn ?? '',
    };
    const form = letterOf(document, 'direction');
    const worded = await this.templates.render(tx, form, words, {});
    const about = {
      kind: PROJECT_DIRECTION,
      subjectKind: PROJECT_DIRECTION,
      subjectId: verification.id,
      organizationId,
    };
    const letter = { ...worded, formLabel: form.formLabel, numbered: true, ...frame, ...about };
    return { letter, ...delivery };
  }
}
