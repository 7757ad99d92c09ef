import type { FormSection, Question } from '../../forms/index.js';
import { pointsOf, reasonOf, type VerificationSheet } from '../../kernel/verification-sheet.js';

const LONGEST_REASON = 600;

/** The sheet as questions: one section a point, a choice and its reason. */
export const sheetQuestions = (sheet: Pick<VerificationSheet, 'points' | 'directions'>): FormSection[] =>
  pointsOf(sheet).map(({ id, label, hint, options }) => {
    const choice: Question = { id, kind: 'choice', many: false, label, hint, options, required: true, when: null };
    const reason: Question = {
      ...{ id: reasonOf(id), kind: 'text', lines: 'many', label: `理由：${label}`, maxLength: LONGEST_REASON },
      ...{ hint: '個人の名前は書かないでください。', required: true, when: null },
    };
    return { id, title: label, lead: '', questions: [choice, reason] };
  });
