import { DocumentReader } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { examineProgramDocument } from '../../programs/index.js';
import { readCall } from '../../proposals/index.js';
import type { FaultBook } from '../faults.js';
import type { FolderCall, FolderProgram, TownFolder } from '../town-folder.js';
import type { FolderFiles } from './folder-files.js';
import { BUDGET } from './read-tables.js';
import { strayKeys } from './stray-keys.js';

type Loose = Readonly<Record<string, unknown>>;

/** Stands where a record of the database will stand once the folder is laid. */
const LATER = 'later';
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of a folder of the folder; a file that holds none is told. */
function recordsIn(files: FolderFiles, folder: string, book: FaultBook): { file: string; input: Loose }[] {
  return files.names(folder, '.json').flatMap((file) => {
    const input = files.json(file);
    if (isRecord(input)) return [{ file, input }];
    if (input !== null) book.add(file, '', 'town-folder.not-a-record');
    return [];
  });
}

/** `programs/*.json`: each an edition, as 職員の窓口 › 補助制度 holds it. */
export function readPrograms(
  files: FolderFiles,
  { sections, budget }: { sections: readonly { name: string; role: string | null }[]; budget: TownFolder['budget'] },
  book: FaultBook,
): FolderProgram[] {
  const programs = recordsIn(files, 'programs', book).map(({ file, input }) => {
    const { code, budgetCode, section, publish, ...written } = input;
    const reader = new DocumentReader({ code, budgetCode, section, publish });
    const { document, faults } = examineProgramDocument({ ...written, budgetLineId: LATER, handledBy: LATER });
    const { budgetLineId: _line, handledBy: _section, ...rest } = document;
    const program: FolderProgram = {
      file,
      code: reader.text('code', '補助制度の記号', 40),
      budgetCode: reader.text('budgetCode', '予算の科目コード', 40),
      section: reader.optionalText('section', '担当課') || promotionOf(sections),
      publish: reader.flag('publish'),
      document: rest,
    };
    reader.code('code');
    if (sections.length > 0 && !sections.some(({ name }) => name === program.section)) {
      reader.fault('section', 'town-folder.section-unknown', { name: program.section });
    }
    book.addAll(file, reader.faults);
    book.addAll(file, faults);
    for (const place of strayKeys(written, rest)) book.add(file, place, 'town-folder.name-unknown');
    const { fiscalYear } = rest;
    const known = budget.some((line) => line.code === program.budgetCode && line.fiscalYear === fiscalYear);
    // A town that has its lines already needs no file of them, and a line that cannot be read may be this one.
    if (budget.length > 0 && program.budgetCode !== '' && !known && !book.has(BUDGET)) {
      const params = { code: program.budgetCode, year: formatFiscalYear(fiscalYear) };
      book.add(file, 'budgetCode', 'town-folder.no-budget-line', params);
    }
    return program;
  });
  programs.forEach(({ file, code, document: { fiscalYear } }, index) => {
    const first = programs.findIndex((each) => each.code === code && each.document.fiscalYear === fiscalYear);
    if (first < index) book.add(file, 'code', 'town-folder.edition-twice', { file: programs[first]?.file ?? '' });
  });
  return programs;
}

const promotionOf = (sections: readonly { name: string; role: string | null }[]): string =>
  sections.find(({ role }) => role === 'promotion')?.name ?? '';

/** `calls/*.json`: each a 募集, as 職員の窓口 › 企画提案 asks for it. */
export function readCalls(files: FolderFiles, book: FaultBook): FolderCall[] {
  return recordsIn(files, 'calls', book).map(({ file, input }) => {
    const { publish, ...typed } = input;
    const reader = new DocumentReader({ publish, title: typed['title'] });
    try {
      const { rubric, ...read } = readCall(typed, LATER);
      const like = { ...read, criteria: rubric?.criteria ?? [] };
      for (const place of strayKeys(typed, like)) book.add(file, place, 'town-folder.name-unknown');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      book.addAll(file, error.faults);
    }
    return { file, publish: reader.flag('publish'), title: reader.optionalText('title', '募集の名称'), typed };
  });
}
