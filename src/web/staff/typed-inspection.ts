import { JUDGEMENTS, type CheckedItem, type InspectionForm } from '../../performance-reports/index.js';
import { typedPlaces, typedRows, typedTexts } from '../shared/typed-records.js';

type Typed = Pick<InspectionForm, 'answers' | 'lines' | 'points'>;

const ANSWERS: readonly CheckedItem['answer'][] = ['yes', 'no', 'not-applicable'];

/** Answers, judged lines and points as the page of the inspection sends them. */
export function typedInspection(body: unknown): Typed {
  const remarks = typedTexts(body, 'remarks');
  const answers = typedTexts(body, 'answers');
  const itemIds = new Set([...Object.keys(answers), ...Object.keys(remarks)]);
  return {
    answers: [...itemIds].map((itemId) => ({
      itemId,
      answer: ANSWERS.find((known) => known === answers[itemId]) ?? '',
      remark: remarks[itemId] ?? '',
    })),
    lines: typedRows(body, 'lines').map(([lineId, { judged, amount = '', reason = '', remark = '' }]) => ({
      ...{ lineId, amount, reason, remark },
      judged: JUDGEMENTS.find((known) => known === judged) ?? '',
    })),
    points: typedPlaces(body, 'points').map(([pointer, text]) => ({ pointer, text })),
  };
}
