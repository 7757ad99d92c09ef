import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ProgramDocument } from '../domain/program-document.js';
import { ProgramStore } from '../store/program.store.js';
import { EditionChanges } from './edition-changes.js';
import { Programs } from './programs.js';
import { Publication } from './publication.js';

export const PROGRAM_PUBLICATION = 'program-publication';

/**
 * 補助制度の公開 as a subject of approval, in a town whose table rules it: the last approval publishes the edition. What is
 * saved in it meanwhile is another document, so the approvals of the one that was shown fall.
 */
@Injectable()
export class PublicationSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = PROGRAM_PUBLICATION;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly store: ProgramStore,
    private readonly programs: Programs,
    private readonly changes: EditionChanges,
    private readonly publication: Publication,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await this.store.versionForUpdate(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const version = await this.store.version(tx, id);
    const { document, number } = version;
    const before = await this.programs.predecessorOf(tx, version);
    const changed = before && (await this.changes.between(tx, before, version));
    return {
      title: `${document.name}（${formatFiscalYear(document.fiscalYear)} 第${String(number)}版）の公開`,
      organizationId: null,
      organizationName: '',
      amount: ZERO_YEN,
      outcome: '公開',
      basis: document.legalBasis.title,
      working: null,
      facts: [
        ...factsOf(document),
        {
          label: '前の版から変わるところ',
          value: before ? `${String(changed?.flatMap(({ changes }) => changes).length ?? 0)}か所` : '初めての版です',
        },
        {
          label: '内容の照合番号',
          value: createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 16),
        },
      ],
      ...(changed && {
        changes: changed.flatMap(({ title, changes }) =>
          changes.map(({ label, before: then, after: now }) => ({
            label: `${title}：${label}`,
            before: then ?? '（なし）',
            after: now ?? '（なし）',
          })),
        ),
      }),
      earlier: [
        { label: '公開する版の全文', href: `staff/programs/${id}` },
        ...(before ? [{ label: '前の版と並べて見る', href: `staff/programs/${id}/changes` }] : []),
      ],
      budget: null,
      tiedStaffIds: [],
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    await this.publication.ready(tx, id);
  }

  async approved(tx: Transaction, id: string): Promise<void> {
    await this.publication.publish(tx, await this.publication.ready(tx, id));
  }

  /** The edition stays a draft with its section. */
  released(): Promise<void> {
    return Promise.resolve();
  }
}

const factsOf = ({ purpose, timetable, payment, sample }: ProgramDocument): PresentedSubject['facts'] => [
  { label: '目的', value: purpose },
  { label: '受付期間', value: `${formatEra(timetable.opens)}～${formatEra(timetable.closes)}` },
  { label: '交付決定の予定', value: formatEra(timetable.decisionBy) },
  { label: '支払', value: `${payment.methodLabel}（${payment.settlement ? '精算あり' : '精算なし'}）` },
  ...(sample.length > 0 ? [{ label: '見本のままの値', value: sample.join('、') }] : []),
];
