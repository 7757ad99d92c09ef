import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { groupDigits } from '../../kernel/yen.js';
import type { DisposalState, ItemAct, PropertyItem } from '../../properties/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { CheckAnswers } from './lists.js';
import { DataTable } from './tables.js';
import { Day, Money } from './values.js';

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
  if (item.state === 'disposed') return <StatusTag tone="neutral">処分済み</StatusTag>;
  if (item.state === 'struck') return <StatusTag tone="neutral">記載誤りで削除</StatusTag>;
  return today > item.restrictedUntil ? (
    <StatusTag tone="success">制限なし</StatusTag>
  ) : (
    <StatusTag tone="info">処分に承認が必要</StatusTag>
  );
}

/** `令和14年3月31日まで（5年、交付規則第17条）`. */
export const retentionInWords = (until: LocalDate, years: number, article: string): string =>
  `${formatEra(until)}まで（${[`${String(years)}年`, article].filter((part) => part !== '').join('、')}）`;

/** One line of the register, column by column. */
export const PropertyLine = ({ item, today }: { item: PropertyItem; today: LocalDate }) => (
  <CheckAnswers
    answers={[
      { label: '状態', value: <PropertyTag item={item} today={today} /> },
      { label: '品名', value: item.name },
      ...(item.category === '' ? [] : [{ label: '種類', value: item.category }]),
      { label: '数量', value: `${groupDigits(item.quantity)}点` },
      { label: '取得価格', value: <Money yen={item.price} strong /> },
      { label: '買った日', value: <Day date={item.boughtOn} /> },
      { label: '保管している場所', value: item.keptAt },
      { label: '耐用年数', value: `${String(item.usefulYears)}年` },
      { label: '処分の制限', value: `${formatEra(item.restrictedUntil)}まで` },
    ]}
  />
);

const ACT: Readonly<Record<ItemAct['kind'], string>> = {
  corrected: '訂正',
  struck: '削除（記載誤り）',
  disposed: '処分',
};

interface ItemActsProps {
  readonly acts: readonly (ItemAct & { readonly itemName?: string })[];
  readonly empty: string;
}

/** What was put right, and what stood there before; nothing of it is ever deleted. */
export const ItemActs = ({ acts, empty }: ItemActsProps) => (
  <DataTable
    caption="訂正と処分の記録"
    captionHidden
    cards
    empty={empty}
    rows={acts}
    columns={[
      { label: '日付', tight: true, cell: ({ doneOn }) => <Day date={doneOn} /> },
      ...(acts.some(({ itemName }) => itemName !== undefined)
        ? [{ label: '品名', cell: ({ itemName }: ItemActsProps['acts'][number]) => itemName }]
        : []),
      { label: '記録', tight: true, cell: ({ kind }) => ACT[kind] },
      {
        label: '前と後',
        cell: ({ changes }) =>
          changes.length === 0 ? (
            '—'
          ) : (
            <ul class="plain-list">
              {changes.map(({ label, before, after }) => (
                <li key={label}>
                  {label}：<del>{before === '' ? '（なし）' : before}</del> → {after === '' ? '（なし）' : after}
                </li>
              ))}
            </ul>
          ),
      },
      { label: '理由・方法', cell: ({ reason }) => reason },
      { label: '記録した人', cell: ({ recordedBy }) => recordedBy },
    ]}
  />
);
