import { newQuestion, QUESTION_KINDS, type Question } from '../../../forms/index.js';
import { typedText } from '../../shared/typed-text.js';
import { recordAt, typedList } from '../../shared/typed-records.js';

type Loose = Readonly<Record<string, unknown>>;

/** The form of a call as `readCall` reads it: a question of a new kind begins with what that kind usually has. */
export function typedCall(body: unknown, form: readonly { readonly questions: readonly Question[] }[]): Loose {
  const known = new Map(form.flatMap(({ questions }) => questions).map((question) => [question.id, question]));
  const texts = ['title', 'lead', 'themeKind', 'theme', 'opens', 'closes', 'afterwards'];
  const ticked = typedList(body, 'proposers');
  return {
    ...Object.fromEntries(texts.map((name) => [name, typedText(body, name)])),
    proposers: ticked.length > 0 ? ticked : [typedText(body, 'proposers')],
    fields: rowsAt(body, 'fields'),
    criteria: rowsAt(body, 'criteria'),
    form: rowsAt(body, 'form').map((section) => ({
      ...section,
      questions: rowsAt(section, 'questions').map((row) => typedQuestion(row, known)),
    })),
  };
}

/** `field[0][part]=…` as a list: parsers turn a long one into a record with numbers for keys. */
function rowsAt(body: unknown, field: string): Loose[] {
  const value: unknown = (body as Loose | undefined)?.[field];
  const rows: unknown[] = Array.isArray(value) ? value : Object.values(recordAt(body, field));
  return rows.filter((row): row is Loose => typeof row === 'object' && row !== null);
}

function typedQuestion(row: Loose, known: ReadonlyMap<string, Question>): Loose {
  const { optionLines, columnLines, ...typed } = row;
  const id = typeof typed['id'] === 'string' ? typed['id'] : '';
  const label = typeof typed['label'] === 'string' ? typed['label'] : '';
  // A row whose words were deleted is meant to go, whatever else stands in it.
  if (label.trim() === '') return { id: '', label: '', text: '' };
  const kind = QUESTION_KINDS.find((one) => one === typed['kind']) ?? 'text';
  const before = known.get(id);
  const usual = before?.kind === kind ? before : newQuestion(kind, id, label);
  const asked = {
    ...usual,
    ...{ many: false },
    ...typed,
    required: typed['required'] === 'yes',
    when: 'when' in typed ? typed['when'] : null,
  };
  if (usual.kind === 'choice' && typeof optionLines === 'string')
    return { ...asked, options: rowsOf(optionLines, usual.options) };
  if (usual.kind === 'table' && typeof columnLines === 'string') {
    const kindOf = new Map(usual.columns.map((column) => [column.label, column.kind]));
    return {
      ...asked,
      columns: rowsOf(columnLines, usual.columns).map((column) => ({
        kind: kindOf.get(column.label) ?? 'text',
        ...column,
      })),
    };
  }
  return asked;
}

/** A line each; one that stood there keeps its id. */
function rowsOf(lines: string, before: readonly { readonly id: string; readonly label: string }[]) {
  const words = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const taken = new Set(before.map(({ id }) => id));
  return words.map((label) => {
    const old = before.find((one) => one.label === label);
    if (old) return { id: old.id, label };
    let number = 1;
    while (taken.has(`row-${String(number)}`)) number += 1;
    taken.add(`row-${String(number)}`);
    return { id: `row-${String(number)}`, label };
  });
}
