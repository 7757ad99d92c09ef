import { Accounts } from '../identity/index.js';
import { systemActor, type MunicipalityId } from '../kernel/actor.js';
import type { LocalDate } from '../kernel/local-date.js';
import { Municipalities, type Municipality } from '../municipalities/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { ViewStaff } from '../staff/index.js';
import { hallOf, layTown, type Providers, type TownFolder } from '../town-folder/index.js';
import { roundsOf } from './rounds.js';
import { daysBefore, MODEL_DECIDED_DAYS_AGO } from './story/opening-days.js';
import { SIGN_IN_NAMES } from './towns/accounts.js';
import { DEMO_PASSWORD, DEMO_TOWNS } from './towns/index.js';

/** Its first applications were decided before somebody first looks, so that what they are for is done by then. */
const DECIDED_EARLY = { town: 'kotake', program: 'model' } as const;

/** Days that replace those of the folder, for trying out at any time. */
export type Timetable = Partial<Record<'opens' | 'closes' | 'decisionBy', string>>;

/** Opens the halls of both towns with an account for everybody who works there; a town that is open already is left alone. */
export async function seedTowns(providers: Providers): Promise<Municipality[]> {
  for (const folder of DEMO_TOWNS) {
    if (!(await providers.get(Municipalities).bySlug(folder.town.slug))) await layTown(providers, hallOf(folder));
    await openAccounts(providers, folder);
  }
  return Promise.all(DEMO_TOWNS.map(({ town }) => providers.get(Municipalities).byId(town.id)));
}

/** What a town of the demonstration does business with, and what it tells of itself. */
export type TownPart = (typeof EVERY_PART)[number];

export const EVERY_PART = [
  ...(['districts', 'budget', 'programs', 'calls'] as const),
  ...(['words', 'bulletins', 'series', 'voices', 'retention'] as const),
] as const;

/** Lays these parts of its folder. Where `today` is given, its calls and model projects have come as far as by then. */
export async function seedBusiness(
  providers: Providers,
  town: MunicipalityId,
  parts: readonly TownPart[],
  timetable: Timetable = {},
  today?: LocalDate,
): Promise<void> {
  const folder = DEMO_TOWNS.find((each) => each.town.id === town);
  if (!folder) throw new Error(`the demonstration has no town ${town}`);
  const dated = withDays(folder, timetable, today);
  const chosen = Object.fromEntries(parts.map((part) => [part, dated[part]]));
  await layTown(providers, { ...hallOf(folder), ...chosen });
}

async function openAccounts(providers: Providers, { town }: TownFolder): Promise<void> {
  const actor = systemActor(town.id, '初期設定');
  const { members } = await providers.get(ViewStaff).execute(actor);
  for (const { id: partyId, name: displayName, account } of members) {
    const signInName = SIGN_IN_NAMES[town.slug]?.[displayName];
    if (account || signInName === undefined) continue;
    const opened = { partyKind: 'staff', partyId, signInName, password: DEMO_PASSWORD, displayName } as const;
    await providers.get(UnitOfWork).run(actor, (tx) => providers.get(Accounts).createForParty(tx, opened));
  }
}

function withDays(folder: TownFolder, days: Timetable, today: LocalDate | undefined): TownFolder {
  const { opens, closes } = days;
  const calls = folder.calls.map(({ typed, ...call }) => ({
    ...call,
    typed: { ...typed, ...(opens !== undefined && { opens }), ...(closes !== undefined && { closes }) },
  }));
  return {
    ...folder,
    programs: folder.programs.map(({ document, ...program }) => {
      const early =
        today !== undefined && folder.town.slug === DECIDED_EARLY.town && program.code === DECIDED_EARLY.program;
      const decided = early ? { decisionBy: daysBefore(today, MODEL_DECIDED_DAYS_AGO) } : {};
      const timetable = { ...document.timetable, ...days, ...decided } as typeof document.timetable;
      return { ...program, document: { ...document, timetable } };
    }),
    calls: today === undefined ? calls : calls.flatMap((call) => roundsOf(call, today)),
  };
}

export interface DemoAccount {
  readonly town: string;
  readonly path: string;
  readonly role: string;
  readonly signInName: string;
  readonly password: string;
}

/** Every staff account of the demonstration, for the lines printed at start. */
export const demoStaffAccounts = (): DemoAccount[] =>
  DEMO_TOWNS.flatMap(({ town, people }) =>
    people.map(({ name, posts }) => ({
      town: town.name,
      path: `/${town.slug}/sign-in`,
      role: posts.join('・'),
      signInName: SIGN_IN_NAMES[town.slug]?.[name] ?? '',
      password: DEMO_PASSWORD,
    })),
  );
