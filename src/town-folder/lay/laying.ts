import type { Type } from '@nestjs/common';
import { systemActor, type SystemActor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FaultBook } from '../faults.js';
import type { TownFolder } from '../town-folder.js';

/** Anything that hands out providers: the application, or a test's house. */
export interface Providers {
  get<T>(token: Type<T>): T;
}

/** Who lays a folder, as the trail and 「書いた人」 name it: what somebody else wrote since is left alone. */
export const SETUP = '初期設定';

/** What became of one thing in the folder. What was there already and says the same is not told. */
export interface Laid {
  /** Within the folder: `programs/unei.json`. */
  readonly file: string;
  readonly name: string;
  readonly outcome: 'made' | 'changed' | 'left';
  /** Why it was left as it was: a code of the catalogue; null for what was made or changed. */
  readonly why: string | null;
}

/** A folder on its way into the database: what was done so far, and what speaks against the whole. */
export class Laying {
  readonly actor: SystemActor;
  readonly book = new FaultBook();
  readonly laid: Laid[] = [];

  constructor(
    private readonly providers: Providers,
    readonly folder: TownFolder,
  ) {
    this.actor = systemActor(folder.town.id, SETUP);
  }

  get<T>(token: Type<T>): T {
    return this.providers.get(token);
  }

  read<T>(look: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).read(this.actor, look);
  }

  /** A step whose refusal stands with the other faults; null then. */
  async attempt<T>(file: string, place: string, step: () => Promise<T>): Promise<T | null> {
    try {
      return await step();
    } catch (error) {
      this.book.refused(file, place, error);
      return null;
    }
  }

  made(file: string, name: string): void {
    this.laid.push({ file, name, outcome: 'made', why: null });
  }

  changed(file: string, name: string): void {
    this.laid.push({ file, name, outcome: 'changed', why: null });
  }

  left(file: string, name: string, why: string): void {
    this.laid.push({ file, name, outcome: 'left', why });
  }
}
