import type { LocalDate } from '../../kernel/local-date.js';
import type { ClaimClass } from '../../kernel/refund-terms.js';
import type { Yen } from '../../kernel/yen.js';
import type { PlannedPart, Relief } from './account.js';

/** 督促, 履行延期・分割, 加算金・延滞金の減免, 免除, 権利放棄, 不納欠損. */
export const ACT_KINDS = ['dunning', 'plan', 'charge-relief', 'remission', 'waiver', 'write-off'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export const ACT_LABELS: Readonly<Record<ActKind, string>> = {
  dunning: '督促',
  plan: '履行延期・分割',
  'charge-relief': '加算金・延滞金の減免',
  remission: '免除',
  waiver: '権利放棄',
  'write-off': '不納欠損',
};

export const ACT_ARTICLES: Readonly<Record<ActKind, string>> = {
  dunning: '地方自治法施行令第171条',
  plan: '地方自治法施行令第171条の6',
  'charge-relief': '交付規則・債権管理条例の減免の定め',
  remission: '地方自治法施行令第171条の7',
  waiver: '地方自治法第96条第1項第10号',
  'write-off': '財務規則の不納欠損の定め',
};

/** 公債権 is dunned by the law itself, 私債権 by 施行令171条, which leaves out what can be collected by force. */
export const dunningArticle = (claimClass: ClaimClass): string =>
  claimClass === 'public' ? '地方自治法第231条の3第1項' : ACT_ARTICLES.dunning;

/** The grounds of 施行令171条の6第1項 that a refund can have. */
export const PLAN_GROUNDS = ['insolvent', 'not-at-once', 'misfortune', 'good-faith'] as const;
export type PlanGround = (typeof PLAN_GROUNDS)[number];

export const PLAN_GROUND_LABELS: Readonly<Record<PlanGround, string>> = {
  insolvent: '無資力又はこれに近い状態にある（第1号）',
  'not-at-once': '一時に納めることが困難で、期限を延ばすほうが徴収上有利である（第2号）',
  misfortune: '災害・盗難などの事故で、一時に納めることが困難である（第3号）',
  'good-faith': '不当利得の返還で、一時に納めることが困難だが、特に誠意がある（第4号）',
};

export const WAIVER_GROUNDS = ['council', 'ordinance'] as const;
export type WaiverGround = (typeof WAIVER_GROUNDS)[number];

export const WAIVER_GROUND_LABELS: Readonly<Record<WaiverGround, string>> = {
  council: '議会の議決',
  ordinance: '条例の定め',
};

export const WRITE_OFF_GROUNDS = ['remission', 'waiver', 'prescription'] as const;
export type WriteOffGround = (typeof WRITE_OFF_GROUNDS)[number];

export const WRITE_OFF_GROUND_LABELS: Readonly<Record<WriteOffGround, string>> = {
  remission: '免除した',
  waiver: '権利を放棄した',
  prescription: '時効が完成した',
};

/** What stands behind an act; what its kind does not ask for is blank. */
export interface ActDetails {
  /** One of the grounds of its kind. */
  readonly ground: string;
  /** The facts in words. */
  readonly facts: string;
  /** 指定期限 of a 督促. */
  readonly dueOn: LocalDate | null;
  readonly parts: readonly PlannedPart[];
  /** What is not asked of 加算金 and 延滞金. */
  readonly reliefs: readonly Relief[];
  /** The resolution or the article of the ordinance. */
  readonly citation: string;
  readonly citedOn: LocalDate | null;
  /** 時効の援用. */
  readonly invokedBy: string;
  readonly invokedOn: LocalDate | null;
}

export const NO_DETAILS: ActDetails = {
  ground: '',
  facts: '',
  dueOn: null,
  parts: [],
  reliefs: [],
  citation: '',
  citedOn: null,
  invokedBy: '',
  invokedOn: null,
};

/** proposed: about to be drafted. done: it holds. dropped: its draft ended without a decision. */
export type ActState = 'proposed' | 'done' | 'dropped';

export interface RepaymentAct {
  readonly id: string;
  readonly demandId: string;
  readonly kind: ActKind;
  readonly state: ActState;
  readonly details: ActDetails;
  /** What was open when it was proposed: the money itself, and all of it. */
  readonly openPrincipal: Yen;
  readonly openTotal: Yen;
  readonly proposedOn: LocalDate;
  readonly proposedBy: string;
  /** From this day on it holds. */
  readonly doneOn: LocalDate | null;
  readonly letterId: string | null;
}
