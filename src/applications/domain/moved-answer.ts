import {
  type Fields,
  type Question,
  type QuestionOf,
  chosenIn,
  rowsIn,
  splitField,
  writeAnswer,
} from '../../forms/index.js';

/** An answer in the fields of the same question as another edition asks it, and in words what found no place there. */
export interface MovedAnswer {
  readonly fields: Fields;
  readonly lost: string;
}

/** Both are the same question by code and kind. */
export function movedAnswer(before: Question, after: Question, fields: Fields): MovedAnswer {
  const whole = new Map([...fields].filter(([field]) => splitField(field).question === before.id));
  if (before.kind === 'choice' && after.kind === 'choice') return movedChoice(before, after, whole);
  if (before.kind === 'table' && after.kind === 'table') return movedRows(before, after, whole);
  // Who pledged one sentence has not pledged another.
  const sameSentence = before.kind !== 'declaration' || after.kind !== 'declaration' || before.text === after.text;
  return { fields: sameSentence ? whole : new Map(), lost: '' };
}

function movedChoice(before: QuestionOf<'choice'>, after: QuestionOf<'choice'>, fields: Fields): MovedAnswer {
  const chosen = chosenIn(fields, before);
  const known = chosen.filter((option) => after.options.some(({ id }) => id === option));
  // Which of several is the one is for a person to say.
  const kept = !after.many && known.length > 1 ? [] : known;
  const gone = before.options.filter(({ id }) => chosen.includes(id) && !kept.includes(id));
  return {
    fields: new Map(writeAnswer(after.id, after.many ? kept : (kept[0] ?? ''))),
    lost: gone.map(({ label }) => label).join('、'),
  };
}

/** Cells follow their columns by code; rows keep their ids. */
function movedRows(before: QuestionOf<'table'>, after: QuestionOf<'table'>, fields: Fields): MovedAnswer {
  const sources = after.columns.map((column) =>
    before.columns.findIndex(({ id, kind }) => id === column.id && kind === column.kind),
  );
  const rows = rowsIn(fields, before.id);
  const gone = before.columns.flatMap(({ label }, position) => {
    const cells = rows.map((row) => row.cells[position] ?? '').filter((cell) => cell.trim() !== '');
    return sources.includes(position) || cells.length === 0 ? [] : [`${label}：${cells.join('、')}`];
  });
  const moved = rows.map(({ id, cells }) => ({ id, cells: sources.map((source) => cells[source] ?? '') }));
  return { fields: new Map(writeAnswer(after.id, moved)), lost: gone.join('\n') };
}
