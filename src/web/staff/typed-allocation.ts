import { areJudged, WHOLE_BALANCE, type AllocationDesk, type TrialPage, type TypedPlan } from '../../grants/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseYen } from '../../kernel/yen.js';
import { typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import type { TrialDto } from './allocations.dto.js';
import { typedYen } from '../shared/typed-yen.js';

type Pool = AllocationDesk['pool'];

/** The plan of a form. Faults at `ceiling` and `cap`. */
export function planIn({ method, order, atCut, unit, ...typed }: TrialDto): TypedPlan {
  return {
    ...{ method, order, atCut, unit: Number(unit) },
    ceiling: typedYen(typed.ceiling, 'ceiling', 'grants.allocation-ceiling-missing'),
    ceilingNote: typed.ceilingNote.trim(),
    cap: typed.cap.trim() === '' ? null : typedYen(typed.cap, 'cap', 'common.required'),
    article: typed.article.trim(),
    note: typed.note.trim(),
  };
}

/** What staff typed for single cases: amounts by hand, or places; blank takes an entry away. Faults at `entries[<id>]`. */
export function entriesIn(body: unknown, isAmount: boolean): Record<string, string | null> {
  const faults: Fault[] = [];
  const entries: Record<string, string | null> = {};
  for (const [id, typed] of Object.entries(typedTexts(body, 'entries'))) {
    try {
      entries[id] = isAmount ? (parseYen(typed)?.toString() ?? null) : placeIn(typed);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      faults.push({ pointer: `entries[${id}]`, code: error.code, params: error.params });
    }
  }
  if (faults.length > 0) throw DomainError.invalid(faults);
  return entries;
}

function placeIn(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/[\s位]/g, '');
  if (text === '') return null;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new DomainError('grants.allocation-rank-unreadable');
  return text;
}

/** The fields of a trial's form, as texts. */
export type TrialFieldValues = Readonly<Record<Exclude<keyof TrialDto, 'requestId'>, string>>;

const FIELDS = [
  ...(['name', 'method', 'ceiling', 'ceilingNote', 'unit'] as const),
  ...(['article', 'order', 'atCut', 'cap', 'note'] as const),
];

/** What the form held when it was refused, or else what is proposed. */
export const shownFields = (typed: unknown, proposed: TrialFieldValues): TrialFieldValues =>
  typed === undefined
    ? proposed
    : (Object.fromEntries(FIELDS.map((field) => [field, typedText(typed, field)])) as TrialFieldValues);

/** A new trial: the whole of what is left, with the rounding and the article of the programme. */
export const proposedFields = ({ document, line, cases }: Pool): TrialFieldValues => ({
  ...{ name: '', method: '', atCut: 'stop', cap: '', note: '' },
  ceiling: line.available.toString(),
  ceilingNote: WHOLE_BALANCE,
  unit: String(roundingOf(document).unit),
  article: document.rule.overSubscription?.article ?? document.articles.decision,
  order: areJudged(cases) ? 'panel' : 'received',
});

/** The unit of the programme's data, and where it stands; null where the programme says nothing. */
export function roundingOf({ rule }: Pool['document']): { readonly unit: number; readonly article: string | null } {
  const said = rule.overSubscription ?? rule.rounding;
  return said ? { unit: said.unit, article: said.article } : { unit: 1000, article: null };
}

export const fieldsOf = ({ trial: { name, plan } }: Pick<TrialPage, 'trial'>): TrialFieldValues => ({
  ...{ name, method: plan.method, ceilingNote: plan.ceilingNote, article: plan.article, note: plan.note },
  ...{ order: plan.order, atCut: plan.atCut, unit: String(plan.unit) },
  ceiling: plan.ceiling.toString(),
  cap: plan.cap?.toString() ?? '',
});
