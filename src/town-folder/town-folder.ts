import type { OpenBudgetLineCommand } from '../budgets/index.js';
import type { VoiceSettings } from '../consultations/index.js';
import type { Duty, Side } from '../kernel/actor.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Yen } from '../kernel/yen.js';
import type { MunicipalityDefinition } from '../municipalities/index.js';
import type { TownTexts } from '../notices/index.js';
import type { ProgramDocument } from '../programs/index.js';
import type { Retention } from '../proposals/index.js';
import type { TownWords, TypedBulletin } from '../records/index.js';
import type { StepRole, WhenVacant } from '../staff/index.js';

/** A post as the folder names it: other tables refer to it, and to its section, by name. */
export interface FolderPost {
  readonly name: string;
  readonly section: string;
  readonly side: Side;
  readonly duties: readonly Duty[];
  readonly rank: number;
  readonly whenVacant: WhenVacant;
  /** The post that acts for this one (代決); null where none does. */
  readonly deputy: string | null;
}

export interface FolderPerson {
  readonly name: string;
  readonly kana: string;
  readonly mail: string | null;
  readonly posts: readonly string[];
  /** The first day in these posts; null: the day on which the folder is laid. */
  readonly since: LocalDate | null;
}

/** A 校区, and what the town says of it; blank where it says nothing. */
export interface FolderDistrict {
  readonly name: string;
  readonly about: string;
}

export interface FolderAuthority {
  /** The rule it comes from, as letters cite it. */
  readonly basis: string;
  /** null: the day on which the folder is laid. */
  readonly validFrom: LocalDate | null;
  readonly rules: readonly {
    /** Of `authority.csv`. */
    readonly line: number;
    readonly act: string;
    /** In yen, included; null: any amount. */
    readonly upTo: Yen | null;
    readonly steps: readonly { readonly post: string; readonly role: StepRole }[];
  }[];
}

/** One edition of a programme. What it refers to is named: the budget line by its code, the section by its name. */
export interface FolderProgram {
  readonly file: string;
  readonly code: string;
  readonly budgetCode: string;
  readonly section: string;
  /** Published at once, or left to staff as a draft. */
  readonly publish: boolean;
  readonly document: Omit<ProgramDocument, 'budgetLineId' | 'handledBy'>;
}

/** 募集 as it is typed on its page. */
export interface FolderCall {
  readonly file: string;
  readonly publish: boolean;
  readonly title: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

export interface FolderPhoto {
  readonly name: string;
  readonly bytes: Buffer;
  readonly description: string;
}

/** A meeting as it is typed: days as people write them. */
export interface FolderMeeting {
  readonly number: string;
  readonly heldOn: string;
  readonly title: string;
  readonly body: string;
  readonly photos: readonly FolderPhoto[];
}

export interface FolderSeries {
  readonly file: string;
  readonly title: string;
  readonly lead: string;
  readonly meetings: readonly FolderMeeting[];
}

export type FolderVoices = Omit<VoiceSettings, 'version'>;
export type FolderRetention = Omit<Retention, 'version'>;

export type FolderBudgetLine = OpenBudgetLineCommand;

/** A town as one folder of data: everything that makes it another town than its neighbours, and no code. */
export interface TownFolder {
  readonly town: MunicipalityDefinition;
  /** Who begins: gets the printed code with which an account is opened. */
  readonly administrator: { readonly name: string; readonly kana: string; readonly section: string };
  readonly posts: readonly FolderPost[];
  readonly people: readonly FolderPerson[];
  readonly authority: FolderAuthority | null;
  readonly letters: TownTexts;
  readonly mails: TownTexts;
  readonly districts: readonly FolderDistrict[];
  readonly budget: readonly FolderBudgetLine[];
  readonly programs: readonly FolderProgram[];
  readonly calls: readonly FolderCall[];
  readonly words: TownWords | null;
  readonly bulletins: readonly TypedBulletin[];
  readonly series: readonly FolderSeries[];
  readonly voices: FolderVoices | null;
  /** How long the town keeps who proposed; null: as usual. */
  readonly retention: FolderRetention | null;
}

/** The town hall without its business: who works there, who decides what, and how it words its letters. */
export const hallOf = (folder: TownFolder): TownFolder => ({
  ...folder,
  ...{ districts: [], budget: [], programs: [], calls: [], words: null, bulletins: [], series: [] },
  ...{ voices: null, retention: null },
});
