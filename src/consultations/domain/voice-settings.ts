import type { Fault } from '../../kernel/domain-error.js';
import { textFaults } from './text-faults.js';

/** What a town decides about 意見募集 and letters to its head. */
export interface VoiceSettings {
  /** Days from the arrival of a letter to the day by which it should be answered. */
  readonly answerDays: number;
  /** Days after the end of a matter for which name and address of its writer are kept. */
  readonly retentionDays: number;
  /** 分野 of letters, in the order of the form. */
  readonly topics: readonly string[];
  /** What stands above the letter's form. */
  readonly invitation: string;
  /** The rule on which both rest, as printed; may be empty. */
  readonly basis: string;
  /** 0: the town has not saved its own yet. */
  readonly version: number;
}

/** Until the town saves its own; sample values, and said to be so. */
export const SAMPLE_SETTINGS: VoiceSettings = {
  answerDays: 14,
  retentionDays: 365,
  topics: [
    'まちづくり・協働',
    '道路・交通',
    '防災・防犯',
    '福祉・健康',
    '子育て・教育',
    '環境・ごみ',
    '産業・農業',
    'その他',
  ],
  invitation: 'まちづくりについてのご意見やご提案を、お寄せください。いただいた手紙は、必ず読みます。',
  basis: '',
  version: 0,
};

const LONGEST_PERIOD = { answerDays: 365, retentionDays: 3650 } as const;
const MOST_TOPICS = 30;

/** What speaks against these settings, at the fields of their form. */
export function settingsFaults(settings: Omit<VoiceSettings, 'version'>): Fault[] {
  const { topics, invitation, basis } = settings;
  const faults: Fault[] = [];
  for (const [pointer, label] of [
    ['answerDays', '回答までの日数'],
    ['retentionDays', '個人情報を残す日数'],
  ] as const) {
    const days = settings[pointer];
    const most = LONGEST_PERIOD[pointer];
    if (!Number.isInteger(days) || days < 1 || days > most)
      faults.push({ pointer, code: 'consultations.not-days', params: { label, most } });
  }
  if (topics.length === 0) faults.push({ pointer: 'topics', code: 'consultations.topics-missing' });
  if (topics.length > MOST_TOPICS)
    faults.push({ pointer: 'topics', code: 'consultations.too-many-topics', params: { most: MOST_TOPICS } });
  const long = topics.find((topic) => textFaults('topics', '分野', topic, { most: 30 }).length > 0);
  if (long !== undefined) faults.push(...textFaults('topics', `分野「${long}」`, long, { most: 30 }));
  return [
    ...faults,
    ...textFaults('invitation', '手紙のページの初めの文', invitation, { most: 1000 }),
    ...textFaults('basis', '根拠', basis, { most: 100, required: false }),
  ];
}

/** One topic a line, each once. */
export const topicsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
