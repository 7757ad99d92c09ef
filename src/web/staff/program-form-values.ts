import { formatEra, localDate } from '../../kernel/local-date.js';

/** A programme document or the body of its form, read field by field: the form shows whatever was typed. */
export class FormValues {
  constructor(private readonly values: unknown) {}

  text(path: string): string {
    const value = this.at(path);
    if (Array.isArray(value)) return value.filter((line) => typeof line === 'string').join('\n');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  /** A structure as text for an editor; text that was typed there before stays as it is. */
  json(path: string): string {
    const value = this.at(path);
    return typeof value === 'string' ? value : JSON.stringify(value ?? {}, null, 2);
  }

  /** A stored day in the calendar of the house; anything else as typed. */
  day(path: string): string {
    const typed = this.text(path);
    try {
      return formatEra(localDate(typed));
    } catch (error) {
      if (error instanceof RangeError) return typed;
      throw error;
    }
  }

  flag(path: string): boolean {
    const value = this.at(path);
    return value === true || value === 'yes';
  }

  /** How many rows a list has, spare rows of an earlier form included. */
  count(path: string): number {
    const value = this.at(path);
    return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  }

  private at(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>(
        (value, key) =>
          typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
        this.values,
      );
  }
}

/** What a new programme begins with; everything else is for the town to say. */
export const NEW_PROGRAM = {
  code: '',
  rule: {
    facts: [{ id: 'wards', label: '行政区の数', unitLabel: '行政区', source: 'wards' }],
    terms: [{ kind: 'flat', unit: 'wards', unitLabel: '行政区' }],
  },
  payment: { method: 'ordinary', settlement: false },
  checklist: [
    { id: 'registered', text: '団体として登録されている', article: '', automatic: 'organization-registered' },
    { id: 'period', text: '受付期間のうちに提出されている', article: '', automatic: 'within-period' },
    { id: 'officers', text: '代表者の任期が提出の日に続いている', article: '', automatic: 'officer-term-valid' },
    { id: 'balance', text: '収支予算書の収入合計と支出合計が一致している', article: '', automatic: 'budget-balances' },
    { id: 'declared', text: '誓約事項のすべてに同意している', article: '', automatic: 'declarations-given' },
  ],
  form: [
    {
      id: 'plan',
      title: '計画',
      lead: '',
      questions: [
        { id: 'aim', kind: 'text', label: '今年度に目ざすこと', hint: '', maxLength: '400', required: 'yes' },
      ],
    },
  ],
  eligibleStart: { kind: 'day' },
  perYear: { most: '1' },
  withdrawalDays: '0',
  letters: { decision: { seal: 'space' } },
} as const;
