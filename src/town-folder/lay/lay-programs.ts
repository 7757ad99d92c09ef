import { isDeepStrictEqual } from 'node:util';
import { BudgetLedger, OpenBudgetLine } from '../../budgets/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { AddDistrict, DescribeDistricts } from '../../organizations/index.js';
import {
  AddEdition,
  CreateProgram,
  EditDraftVersion,
  LetterWordings,
  Programs,
  PublishProgramVersion,
  type ProgramDocument,
  type ProgramVersion,
} from '../../programs/index.js';
import { BUDGET, DISTRICTS } from '../read/read-tables.js';
import type { FolderProgram } from '../town-folder.js';
import { sectionNamed, staffOf } from './lay-hall.js';
import { SETUP, type Laying } from './laying.js';

/** 校区 that the town does not list yet, behind those it does; what it says of them, unless somebody said it otherwise. */
export async function layDistricts(laying: Laying): Promise<void> {
  const describe = laying.get(DescribeDistricts);
  const kept = await laying.read((tx) => describe.list(tx));
  for (const district of laying.folder.districts) {
    const { name, about } = district;
    const known = kept.find((each) => each.name === name);
    await laying.attempt(DISTRICTS, name, async () => {
      if (!known) {
        await laying.get(AddDistrict).execute(laying.actor, district);
        return laying.made(DISTRICTS, name);
      }
      if (about === '' || known.about === about) return;
      if (known.writtenBy !== '' && known.writtenBy !== SETUP) {
        return laying.left(DISTRICTS, name, 'town-folder.left-edited');
      }
      await describe.execute(laying.actor, [{ id: known.id, version: known.version, about }]);
      laying.changed(DISTRICTS, name);
    });
  }
}

/** 予算科目 that are not open yet. The ceiling of an open one moves by 補正 and 流用, which are recorded acts. */
export async function layBudget(laying: Laying): Promise<void> {
  const lines = await laying.read((tx) => laying.get(BudgetLedger).allLines(tx));
  for (const line of laying.folder.budget) {
    const known = lines.find(({ code, fiscalYear }) => code === line.code && fiscalYear === line.fiscalYear);
    if (known) {
      const { name, ceiling } = known;
      if (name !== line.name || ceiling !== line.ceiling)
        laying.left(BUDGET, line.code, 'town-folder.left-budget-line');
      continue;
    }
    const made = await laying.attempt(BUDGET, line.code, () => laying.get(OpenBudgetLine).execute(laying.actor, line));
    if (made) laying.made(BUDGET, line.name);
  }
}

/** 補助制度: new ones and new years of them; a draft that nobody touched follows its file, what is published never changes. */
export async function layPrograms(laying: Laying): Promise<void> {
  for (const program of laying.folder.programs) {
    await laying.attempt(program.file, '', () => layProgram(laying, program));
  }
}

async function layProgram(laying: Laying, program: FolderProgram): Promise<void> {
  const { file, code } = program;
  const document = await documentOf(laying, program);
  if (!document) return;
  tellUnfitTexts(laying, document);
  const editions = await laying.read((tx) => laying.get(Programs).editionsOf(tx, code));
  const known = editions?.find((each) => each.document.fiscalYear === document.fiscalYear);
  if (!known) {
    const begin = editions ? laying.get(AddEdition) : laying.get(CreateProgram);
    const { versionId } = await begin.execute(laying.actor, { code, document });
    if (program.publish) await publish(laying, versionId, 1);
    return laying.made(file, document.name);
  }
  if (isSame(known.document, document)) {
    if (known.state !== 'draft' || !program.publish) return;
    await publish(laying, known.id, known.version);
    return laying.changed(file, document.name);
  }
  const why = reasonToLeave(known);
  if (why !== null) return laying.left(file, document.name, why);
  const fields = Object.keys(document) as (keyof ProgramDocument)[];
  const { id: versionId, version } = known;
  await laying.get(EditDraftVersion).execute(laying.actor, { versionId, version, fields, change: () => document });
  if (program.publish) await publish(laying, versionId, version + 1);
  laying.changed(file, document.name);
}

/** The document with the records that it names; null where one of them is missing, which is told. */
async function documentOf(laying: Laying, { file, budgetCode, section, document }: FolderProgram) {
  const { fiscalYear } = document;
  const lines = await laying.read((tx) => laying.get(BudgetLedger).lines(tx, fiscalYear));
  const line = lines.find(({ code }) => code === budgetCode);
  if (!line) {
    // Without the line a fault of `budget.csv` says enough.
    if (laying.book.faults.length === 0) {
      const params = { code: budgetCode, year: formatFiscalYear(fiscalYear) };
      laying.book.add(file, 'budgetCode', 'town-folder.no-budget-line', params);
    }
    return null;
  }
  const handledBy = sectionNamed(await staffOf(laying), section);
  return { ...document, budgetLineId: line.id, handledBy };
}

/** The letters of the town must say what a letter of this programme has to say. */
function tellUnfitTexts(laying: Laying, document: ProgramDocument): void {
  const faults = laying.get(LetterWordings).faultsOfTexts(document, laying.folder.letters);
  for (const { template, code, params } of faults) {
    const file = `letters/${template}.md`;
    if (!laying.book.faults.some((fault) => fault.file === file && fault.code === code)) {
      laying.book.add(file, '', code, params);
    }
  }
}

const publish = (laying: Laying, versionId: string, version: number): Promise<void> =>
  laying.get(PublishProgramVersion).execute(laying.actor, { versionId, version });

function reasonToLeave({ state, changedBy }: ProgramVersion): string | null {
  if (state !== 'draft') return 'town-folder.left-published';
  return changedBy === SETUP ? null : 'town-folder.left-edited';
}

/** As both would be stored: what is left out is the same as nothing. */
const isSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
