import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { pointsOf } from '../../kernel/verification-sheet.js';
import { formatYen, ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { compared, givenSides, originsOf, type ComparedPoint } from '../domain/opinion.js';
import { originInWords } from '../domain/origin-words.js';
import { SIDE_LABELS, shownSides, sidesOf, verificationMachine } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';
import { Direction } from './direction.js';
import { noted, PROJECT_DIRECTION } from './noted.js';
import { VerificationGrounds } from './verification-grounds.js';

/** モデル事業の今後の方向性 as a subject of approval: what each side said, what is proposed, and why. */
@Injectable()
export class DirectionSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = PROJECT_DIRECTION;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
    private readonly grounds: VerificationGrounds,
    private readonly direction: Direction,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await this.verifications.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const verification = await this.verifications.find(tx, id);
    const { grant, sheet, supportYear } = await this.grounds.of(tx, verification);
    const { organizationId, organizationName, title, fiscalYear, directionLabel, reason } = verification;
    const opinions = await this.opinions.of(tx, id);
    const points = compared(pointsOf(sheet), shownSides(sidesOf(sheet), verification, givenSides(opinions)), opinions);
    return {
      title: `${organizationName}　${title}の今後の方向性（${formatFiscalYear(fiscalYear)}の検証）`,
      ...{ organizationId, organizationName, amount: ZERO_YEN },
      outcome: directionLabel ?? '',
      basis: `${grant.document.legalBasis.title}　${sheet.article}`.trim(),
      working: null,
      facts: [
        { label: '補助制度', value: verification.programName },
        ...(supportYear === null ? [] : [{ label: '支援の年次', value: supportYear }]),
        { label: '補助金の額', value: formatYen(grant.amountInForce) },
        { label: '今後の方向性', value: directionLabel ?? '' },
        { label: 'その理由', value: reason },
        { label: '答えの出どころ', value: originsOf(opinions).map(originInWords).join('　／　') },
        ...points.map(({ label, ...point }) => ({ label, value: inWords(point) })),
      ],
      earlier: [
        { label: '検証（各者の答えを並べて見る）', href: `staff/verifications/${id}` },
        { label: `交付決定　${grant.letterNumber ?? ''}`, href: `staff/grants/${grant.id}` },
      ],
      budget: null,
      tiedStaffIds: [],
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const { state } = await this.verifications.find(tx, id);
    nextState(verificationMachine, 'verifications.moved-on', state, 'draft');
  }

  async approved(tx: Transaction, id: string, _draftId: string, decidedOn: LocalDate): Promise<void> {
    await this.direction.decide(tx, await this.verifications.find(tx, id), decidedOn);
  }

  async released(tx: Transaction, id: string): Promise<void> {
    const verification = await this.verifications.find(tx, id);
    const state = nextState(verificationMachine, 'verifications.moved-on', verification.state, 'release');
    await this.verifications.change(tx, verification, { state, direction: null, directionLabel: null, reason: '' });
    noted(tx, verification, 'verification.released');
  }
}

/** `団体：達成された（…） ／ 担当課：おおむね達成された（…） ／ 審査会：回答なし`. */
const inWords = ({ answers }: Pick<ComparedPoint, 'answers'>): string =>
  answers
    .map(({ side, answer }) => `${SIDE_LABELS[side]}：${answer ? `${answer.answer}（${answer.reason}）` : '回答なし'}`)
    .join('　／　');
