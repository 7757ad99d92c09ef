import { Injectable } from '@nestjs/common';
import { formatEra } from '../../kernel/local-date.js';
import { LetterFrames, type GrantView } from '../../grants/index.js';
import { LetterTemplates, type Letter } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { citedInFull, letterOf, type ChangeWords, type LetterName } from '../../programs/index.js';
import type { Change } from '../store/grant-change.store.js';
import { articleOf } from './change-subject.js';

export interface ComposedChangeLetter {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** Composes the letter of a decided change; addressed to the representative of its own day. */
@Injectable()
export class ChangeLetter {
  constructor(
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
  ) {}

  async compose(tx: Transaction, grant: GrantView, change: Change): Promise<ComposedChangeLetter> {
    const { frame, ...delivery } = await this.frames.of(tx, grant);
    const source = letterOf(grant.document, letterNameOf(change));
    const { working } = change;
    const inserts = working && change.kind === 'amendment' ? { 算定内訳: { kind: 'working', working } as const } : {};
    const words = await this.templates.render(tx, source, wordsOf(grant, change), inserts);
    const about = { subjectKind: 'grant-change', subjectId: change.id, organizationId: grant.organizationId };
    const { formLabel } = source;
    const amount = { label: '今後の交付決定額', yen: String(change.amount ?? change.beforeAmount) };
    return {
      letter: { ...words, kind: kindOf(change), formLabel, numbered: true, amount, ...frame, ...about },
      ...delivery,
    };
  }
}

function kindOf({ kind, outcome }: Change): string {
  if (kind === 'revocation') return 'grant-revocation';
  return `grant-${kind}${outcome === 'refused' ? '-refusal' : ''}`;
}

const letterNameOf = ({ kind, outcome }: Change): LetterName =>
  kind !== 'revocation' && outcome === 'refused' ? `${kind}Refusal` : kind;

function wordsOf(grant: GrantView, change: Change): ChangeWords {
  const { document, letterNumber, issuedOn, amount } = grant;
  const article = articleOf(grant, change);
  return {
    program: grant.programName.replace(/\s+/g, ''),
    organization: grant.organizationName,
    decidedOn: issuedOn ?? '',
    decisionNumber: letterNumber ?? '',
    decisionAmount: amount.toString(),
    appliedOn: change.receivedOn ?? '',
    article: article === '' ? document.legalBasis.title : citedInFull(document, article),
    before: change.beforeAmount.toString(),
    amount: (change.amount ?? change.beforeAmount).toString(),
    moved: movedWord(change),
    reason: change.reason,
    decisionReason: change.decisionReason,
    reduced: change.outcome === 'reduced',
    effectiveOn: change.effectiveOn ?? '',
    spent: (change.spentAmount ?? 0n).toString(),
    whole: change.whole,
    revoked: (change.beforeAmount - (change.amount ?? 0n)).toString(),
    over: (change.overAmount ?? 0n).toString(),
    heardOn: change.heardOn ? formatEra(change.heardOn) : '',
    conditions: document.conditions,
  };
}

function movedWord({ beforeAmount, amount }: Change): string {
  if (amount === null || amount === beforeAmount) return '変更なし';
  return amount > beforeAmount ? '増額' : '減額';
}
