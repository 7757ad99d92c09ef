import { systemActor, type MunicipalityId } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { CreateProgram, Programs, PublishProgramVersion, type ProgramDocument } from '../../programs/index.js';
import type { Providers } from '../seed-towns.js';
import { kotakeModelSubsidy } from './kotake-model.js';
import { kotakeOperatingGrant } from './kotake.js';
import { ogoriOperatingGrant } from './ogori.js';
import { ogoriProjectSubsidy } from './ogori-project.js';

const DEMO_PROGRAMS = [ogoriOperatingGrant, ogoriProjectSubsidy, kotakeOperatingGrant, kotakeModelSubsidy];

/**
 * Publishes the town's programmes that are not there yet; `budgetLineIds` are its budget lines by code, `timetable` replaces
 * days. Where `today` is given, a programme that decides at once does so on this day.
 */
export async function seedPrograms(
  providers: Providers,
  town: MunicipalityId,
  budgetLineIds: ReadonlyMap<string, string>,
  timetable: Partial<ProgramDocument['timetable']> = {},
  today?: LocalDate,
): Promise<void> {
  const actor = systemActor(town, '初期設定');
  const { known, handledBy } = await providers.get(UnitOfWork).read(actor, async (tx) => ({
    known: (await providers.get(Programs).listForStaff(tx)).map((version) => version.document.name),
    handledBy: (await providers.get(Municipalities).promotionSection(tx)).id,
  }));
  for (const program of DEMO_PROGRAMS.filter((candidate) => candidate.town === town)) {
    const budgetLineId = budgetLineIds.get(program.budgetCode);
    if (budgetLineId === undefined) throw new Error(`the demonstration has no budget line ${program.budgetCode}`);
    const sample = program.document({ budgetLineId, handledBy });
    const atOnce = program.decidedAtOnce && today ? { decisionBy: today } : {};
    const document = { ...sample, timetable: { ...sample.timetable, ...timetable, ...atOnce } };
    if (known.includes(document.name)) continue;
    const { versionId } = await providers.get(CreateProgram).execute(actor, { code: program.code, document });
    await providers.get(PublishProgramVersion).execute(actor, { versionId, version: 1 });
  }
}
