import { folded } from '../../kernel/text.js';
import {
  type Answer,
  type Question,
  type QuestionOf,
  rowsOf,
  textsOf,
  writeAnswer,
  type TypedAnswer,
} from '../../forms/index.js';
import type { EarlierApplication, LeftBehind, NotCarried } from './earlier-application.js';

/** What an earlier answer becomes in the fields of the question that it meets, and what of it is lost on the way. */
export interface CarriedAnswer {
  readonly fields: readonly (readonly [string, string])[];
  readonly lost: readonly NotCarried[];
}

export function carriedAnswer(
  question: Question,
  answer: Answer,
  { form, sameProgram }: Pick<EarlierApplication, 'form' | 'sameProgram'>,
): CarriedAnswer {
  const asked = form.flatMap(({ questions }) => questions).find(({ id }) => id === answer.id);
  if (question.kind === 'file' || question.kind === 'declaration') return lostAs(answer, question.kind);
  if (question.kind === 'choice') {
    return asked?.kind === 'choice' ? chosenAgain(question, asked, answer, sameProgram) : lostAs(answer, 'option-gone');
  }
  if (question.kind === 'table') {
    return asked?.kind === 'table' ? rowsAgain(question, asked, answer, sameProgram) : lostAs(answer, 'column-gone');
  }
  const otherUnit = question.kind === 'number' && !(asked?.kind === 'number' && asked.unit === question.unit);
  return otherUnit ? lostAs(answer, 'unit-differs') : whole(question, answer.value);
}

const whole = ({ id }: Question, value: TypedAnswer): CarriedAnswer => ({ fields: writeAnswer(id, value), lost: [] });

const lostAs = ({ label, text }: Pick<Answer, 'label' | 'text'>, why: LeftBehind): CarriedAnswer => ({
  fields: [],
  lost: [{ label, earlier: text, why }],
});

interface Named {
  readonly id: string;
  readonly label: string;
}

/** The one that stands for `named`: by its id within one programme, else by its label. */
const standingFor = <Each extends Named>(offered: readonly Each[], named: Named, sameProgram: boolean) =>
  (sameProgram ? offered.find(({ id }) => id === named.id) : undefined) ??
  offered.find(({ label }) => folded(label) === folded(named.label));

function chosenAgain(
  question: QuestionOf<'choice'>,
  asked: QuestionOf<'choice'>,
  answer: Answer,
  sameProgram: boolean,
): CarriedAnswer {
  const chosen = asked.options.filter(({ id }) => textsOf(answer.value).includes(id));
  const met = chosen.map((option) => ({ option, now: standingFor(question.options, option, sameProgram) }));
  const kept = met.flatMap(({ now }) => (now ? [now.id] : []));
  // Which of several is the one is for a person to say.
  if (!question.many && kept.length > 1) return lostAs(answer, 'option-gone');
  const gone = met.filter(({ now }) => !now).map(({ option }) => option.label);
  return {
    fields: writeAnswer(question.id, question.many ? kept : (kept[0] ?? '')),
    lost: gone.length === 0 ? [] : lostAs({ ...answer, text: gone.join('、') }, 'option-gone').lost,
  };
}

/** Rows keep their ids: copied twice, a row is still one. */
function rowsAgain(
  question: QuestionOf<'table'>,
  asked: QuestionOf<'table'>,
  answer: Answer,
  sameProgram: boolean,
): CarriedAnswer {
  const sources = question.columns.map((column) => {
    const source = standingFor(asked.columns, column, sameProgram);
    return source?.kind === column.kind ? asked.columns.indexOf(source) : -1;
  });
  const rows = rowsOf(answer.value);
  const lost = asked.columns.flatMap(({ label }, position) => {
    const text = rows.map(({ cells }) => cells[position] ?? '').filter((cell) => cell.trim() !== '');
    const gone = !sources.includes(position) && text.length > 0;
    return gone ? [{ label: `${answer.label}：${label}`, earlier: text.join('、'), why: 'column-gone' as const }] : [];
  });
  const carried = rows.map(({ id, cells }) => ({ id, cells: sources.map((position) => cells[position] ?? '') }));
  return { fields: writeAnswer(question.id, carried), lost };
}
