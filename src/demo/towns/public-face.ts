import type { TownWords } from '../../records/index.js';

/** A meeting as it is typed: days as people write them. */
export interface MeetingDefinition {
  readonly number: number;
  /** e.g. `平成24年4月25日`. */
  readonly heldOn: string;
  readonly title: string;
  readonly body: string;
  /** Names of drawn pictures with the words said of them. */
  readonly photos?: readonly { readonly scene: SampleScene; readonly description: string }[];
}

/** The pictures that can be drawn: each is marked 見本. */
export type SampleScene = 'round-table' | 'sticky-notes' | 'presentation' | 'three-groups';

export interface SeriesDefinition {
  readonly title: string;
  readonly lead: string;
  readonly meetings: readonly MeetingDefinition[];
}

export interface BulletinDefinition {
  readonly title: string;
  readonly day: string;
  readonly body: string;
  /** Blank: no end. */
  readonly shownUntil: string;
}

/** What a town of the demonstration tells everyone. */
export interface PublicFaceDefinition {
  readonly words: TownWords;
  readonly bulletins: readonly BulletinDefinition[];
  readonly series: readonly SeriesDefinition[];
}
