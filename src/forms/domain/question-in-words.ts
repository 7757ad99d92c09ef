import { formatYen, groupDigits, yen } from '../../kernel/yen.js';
import { QUESTION_KIND_LABELS, type FormSection, type Question, type TableColumn } from './form.js';

/** A question with everything that an applicant meets at it, a line each. */
export function questionInWords(question: Question, section: FormSection, form: readonly FormSection[]): string {
  const { label, hint, required, when } = question;
  return [
    `「${label}」（${QUESTION_KIND_LABELS[question.kind]}、${required ? '必須' : '任意'}）`,
    `区分：${section.title}`,
    hint === '' ? '' : `説明：${hint}`,
    ...detailsOf(question),
    when ? `たずねるとき：${conditionInWords(when, form)}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function detailsOf(question: Question): string[] {
  switch (question.kind) {
    case 'text':
      return [`${groupDigits(question.maxLength)}字まで、${question.lines === 'one' ? '1行' : '複数行'}`];
    case 'number':
      return [`${groupDigits(question.least)}から${groupDigits(question.most)}まで${question.unit}`];
    case 'yen':
      return [`${formatYen(yen(question.most))}まで`];
    case 'choice':
      return [
        `選択肢：${question.options.map(({ label }) => label).join('、')}`,
        question.many ? 'いくつでも選べる' : '1つ選ぶ',
      ];
    case 'table':
      return [`列：${question.columns.map(columnInWords).join('、')}`, `${groupDigits(question.mostRows)}行まで`];
    case 'file':
      return [question.many ? 'いくつでも付けられる' : '1つ付ける'];
    case 'declaration':
      return [question.text];
    case 'date':
    case 'period':
    case 'place':
      return [];
  }
}

const columnInWords = ({ label, kind }: TableColumn): string => `${label}（${QUESTION_KIND_LABELS[kind]}）`;

/** `「会場」が「屋外」のとき`. */
function conditionInWords({ question, is }: NonNullable<Question['when']>, form: readonly FormSection[]): string {
  const asked = form.flatMap(({ questions }) => questions).find(({ id }) => id === question);
  const option = asked?.kind === 'choice' ? asked.options.find(({ id }) => id === is) : undefined;
  return `「${asked?.label ?? question}」が「${option?.label ?? is}」のとき`;
}
