import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { formatEra } from '../../kernel/local-date.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { OUTCOME_LABEL, type OpinionGroup } from '../domain/opinion-group.js';
import { ConsultationStore } from '../store/consultation.store.js';
import { VoiceSettingsStore } from '../store/voice-settings.store.js';
import { ConsultationResult, type ResultGround } from './consultation-result.js';

export const PUBLIC_ANSWER = 'public-answer';

/** 意見募集の結果 as a subject of approval: the last approval publishes it. Names of writers are no part of it. */
@Injectable()
export class ConsultationResultSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = PUBLIC_ANSWER;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly consultations: ConsultationStore,
    private readonly settings: VoiceSettingsStore,
    private readonly result: ConsultationResult,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await this.consultations.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const ground = await this.result.ground(tx, id);
    return {
      title: `「${ground.consultation.title}」への意見募集の結果`,
      organizationId: null,
      organizationName: '',
      amount: ZERO_YEN,
      outcome: '公表',
      basis: (await this.settings.read(tx)).basis,
      working: null,
      facts: factsOf(ground),
      earlier: [{ label: '意見募集と届いた意見', href: `staff/voices/consultations/${id}` }],
      budget: null,
      tiedStaffIds: [],
    };
  }

  drafted(tx: Transaction, id: string): Promise<void> {
    return this.result.move(tx, id, 'draft');
  }

  async approved(tx: Transaction, id: string): Promise<void> {
    await this.result.publish(tx, await this.result.ready(tx, id));
  }

  released(tx: Transaction, id: string): Promise<void> {
    return this.result.move(tx, id, 'release');
  }
}

const factsOf = ({ consultation, groups, counts }: ResultGround): PresentedSubject['facts'] => [
  { label: '募集の期間', value: `${formatEra(consultation.opens)}～${formatEra(consultation.closes)}` },
  { label: '意見の数', value: `${String(counts.all)}件` },
  ...(consultation.resultNote === '' ? [] : [{ label: '結果の初めの文', value: consultation.resultNote }]),
  ...groups.flatMap((group, index) => {
    const label = `${String(index + 1)}　${group.title}（${String(counts.inGroup(group.id))}件）`;
    return [{ label, value: inWords(group) }];
  }),
];

function inWords({ summary, townView, outcome, change }: OpinionGroup): string {
  const answer = outcome === null ? '' : `【${OUTCOME_LABEL[outcome]}】${change === '' ? '' : `\n${change}`}`;
  return `意見の要旨：${summary}\n考え方：${townView}\n${answer}`;
}
