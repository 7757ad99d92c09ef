import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { DisposalState, PropertyItem } from '../../properties/index.js';
import { StatusTag, type Tone } from './feedback.js';

const STATE: Readonly<Record<DisposalState, { readonly label: string; readonly tone: Tone }>> = {
  sent: { label: '審査中', tone: 'info' },
  returned: { label: '差戻し', tone: 'warning' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
  proposed: { label: '決裁中', tone: 'info' },
  decided: { label: '施行待ち', tone: 'warning' },
  issued: { label: '承認', tone: 'success' },
};

interface Shown {
  readonly state: DisposalState;
  readonly outcome: 'approved' | 'refused' | null;
}

/** Where an application stands; for its organisation everything before the letter is 審査中. */
export function DisposalTag({ disposal: { state, outcome }, forStaff }: { disposal: Shown; forStaff: boolean }) {
  if (state === 'issued' && outcome === 'refused') return <StatusTag tone="neutral">不承認</StatusTag>;
  const { label, tone } = STATE[!forStaff && (state === 'proposed' || state === 'decided') ? 'sent' : state];
  return <StatusTag tone={tone}>{label}</StatusTag>;
}

/** Whether the organisation has it, and whether it may dispose of it alone. */
export function PropertyTag({ item, today }: { item: PropertyItem; today: LocalDate }) {
  if (item.state === 'disposed') return <StatusTag tone="neutral">処分を承認</StatusTag>;
  return today > item.restrictedUntil ? (
    <StatusTag tone="success">制限なし</StatusTag>
  ) : (
    <StatusTag tone="info">処分に承認が必要</StatusTag>
  );
}

/** `令和14年3月31日まで（5年、交付規則第17条）`. */
export const retentionInWords = (until: LocalDate, years: number, article: string): string =>
  `${formatEra(until)}まで（${[`${String(years)}年`, article].filter((part) => part !== '').join('、')}）`;
