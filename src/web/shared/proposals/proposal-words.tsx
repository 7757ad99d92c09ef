import {
  fieldLabelOf,
  numberInWords,
  PROPOSAL_STATE_LABELS,
  PROPOSER_KIND_LABELS,
  type Call,
  type CallStanding,
  type Proposal,
  type ProposalState,
} from '../../../proposals/index.js';
import { formatEra } from '../../../kernel/local-date.js';
import { StatusTag, type Tone } from '../feedback.js';
import type { Answer } from '../lists.js';

const STATE_TONES: Readonly<Record<ProposalState, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  relevant: 'info',
  'set-aside': 'neutral',
  adopted: 'success',
  refused: 'neutral',
  merged: 'success',
  withdrawn: 'neutral',
};

export const ProposalStateTag = ({ state }: { state: ProposalState }) => (
  <StatusTag tone={STATE_TONES[state]}>{PROPOSAL_STATE_LABELS[state]}</StatusTag>
);

const STANDINGS: Readonly<Record<CallStanding, readonly [label: string, tone: Tone]>> = {
  draft: ['下書き', 'neutral'],
  coming: ['受付前', 'info'],
  open: ['受付中', 'success'],
  over: ['受付終了', 'neutral'],
  withdrawn: ['取りやめ', 'warning'],
};

export const CallStandingTag = ({ standing }: { standing: CallStanding }) => {
  const [label, tone] = STANDINGS[standing];
  return <StatusTag tone={tone}>{label}</StatusTag>;
};

export const periodInWords = ({ opens, closes }: Pick<Call, 'opens' | 'closes'>): string =>
  `${formatEra(opens)}から${formatEra(closes)}まで`;

export const proposersInWords = ({ proposers }: Pick<Call, 'proposers'>): string =>
  proposers.map((kind) => PROPOSER_KIND_LABELS[kind]).join('、');

/** What a proposal begins with, line by line; contact only where it may be read. */
export function basicsInWords(call: Call, { number, title, fieldId, proposer }: Proposal): Answer[] {
  const { kind, name, publicName, contact, mail } = proposer;
  return [
    ...(number === null ? [] : [{ label: '提案の番号', value: numberInWords(number) }]),
    { label: '提案の名称', value: title },
    { label: '分野', value: fieldLabelOf(call, fieldId) },
    { label: '提案者', value: `${name}（${PROPOSER_KIND_LABELS[kind]}）` },
    { label: 'お名前の公表', value: publicName ? '公表してよい' : '公表しない' },
    ...(contact === '' ? [] : [{ label: '連絡先', value: contact }]),
    ...(mail === '' ? [] : [{ label: 'メールアドレス', value: mail }]),
  ];
}
