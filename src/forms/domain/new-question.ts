import type { Question, QuestionKind } from './form.js';

/** A question as it begins: complete, so that it can be saved before its particulars are settled. */
export function newQuestion(kind: QuestionKind, id: string, label: string): Question {
  const base = { id, label, hint: '', required: false, when: null };
  switch (kind) {
    case 'text':
      return { ...base, kind, maxLength: 400, lines: 'many' };
    case 'number':
      return { ...base, kind, unit: '', least: 0, most: 99_999 };
    case 'yen':
      return { ...base, kind, most: '10000000' };
    case 'choice': {
      const options = [
        { id: 'yes', label: 'はい' },
        { id: 'no', label: 'いいえ' },
      ];
      return { ...base, kind, options, many: false };
    }
    case 'table':
      return { ...base, kind, columns: [{ id: 'item', label: '項目', kind: 'text' }], mostRows: 10 };
    case 'file':
      return { ...base, kind, many: true };
    case 'declaration':
      return { ...base, kind, text: label, required: true };
    case 'date':
    case 'period':
    case 'place':
      return { ...base, kind };
  }
}
