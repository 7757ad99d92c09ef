import { Injectable } from '@nestjs/common';
import { type LocalDate } from '../../kernel/local-date.js';
import { ApplicationDirectory, type ApplicationView } from '../../applications/index.js';
import { LetterTemplates, type Letter } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { citedInFull, letterOf, type DecisionWords, type ProgramDocument } from '../../programs/index.js';
import { changedCosts, costInWords, type Grant } from '../domain/grant.js';
import { LetterFrames } from './letter-frames.js';

/** A letter ready to be issued, and what its delivery depends on. */
export interface ComposedLetter {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** Kind of 不交付決定通知書. */
const REFUSAL = 'grant-refusal';

/** Composes 交付決定通知書, or 不交付決定通知書, from the decision, the application it answers, and the town's letterhead. */
@Injectable()
export class DecisionLetter {
  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
  ) {}

  async compose(tx: Transaction, grant: Grant): Promise<ComposedLetter> {
    const application = await this.applications.get(tx, grant.applicationId);
    const { document } = application;
    const { frame, ...delivery } = await this.frames.of(tx, { ...grant, document });
    const refused = grant.outcome === 'refused';
    const source = letterOf(document, refused ? 'refusal' : 'decision');
    const words = await this.templates.render(tx, source, wordsOf(grant, application), {
      算定内訳: { kind: 'working', working: grant.working },
    });
    return {
      letter: {
        ...words,
        kind: refused ? REFUSAL : 'grant-decision',
        formLabel: source.formLabel,
        numbered: true,
        ...(refused ? {} : { amount: { label: '交付決定額', yen: String(grant.amount) } }),
        ...frame,
        subjectKind: 'grant',
        subjectId: grant.id,
        organizationId: grant.organizationId,
      },
      ...delivery,
    };
  }
}

const wordsOf = (grant: Grant, { document, answers, receivedOn }: ApplicationView): DecisionWords => ({
  // a name is written in one piece within a sentence
  program: grant.programName.replace(/\s+/g, ''),
  organization: grant.organizationName,
  appliedOn: appliedOn(receivedOn),
  amount: grant.amount.toString(),
  appliedAmount: grant.appliedAmount.toString(),
  reduced: grant.outcome === 'reduced',
  reason: grant.reason,
  reductions: changedCosts(grant).map((cost) => ({
    cost: costInWords(cost),
    judged: cost.eligible ? '対象' : '対象外',
    reason: cost.reason,
  })),
  decisionArticle: citedInFull(document, document.articles.decision),
  claimArticle: document.articles.claim,
  paymentMethod: document.payment.methodLabel,
  conditions: document.conditions,
  project: projectOf(document, answers),
});

/** Title and period of the project as the applicant wrote them; null where the grant is for running the organisation. */
function projectOf(
  { project }: ProgramDocument,
  answers: ApplicationView['answers'],
): { title: string; period: string } | null {
  if (!project) return null;
  const answerTo = (question: string): string => answers.find(({ id }) => id === question)?.text ?? '';
  return { title: answerTo(project.titleQuestion), period: answerTo(project.periodQuestion) };
}

/** The day on which the application came: a correction (補正) does not make it another one. */
function appliedOn(receivedOn: LocalDate | null): LocalDate {
  if (receivedOn) return receivedOn;
  throw new Error('a decided application was received');
}
