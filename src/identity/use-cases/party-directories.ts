import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import { PARTY_KINDS, type Account, type PartyKind } from '../domain/account.js';

/** Port: the stage that knows a kind of party says as whom its account acts today; null when it no longer may. */
export interface PartyDirectory {
  actorFor(tx: Transaction, account: Account): Promise<Actor | null>;
}

/** Where later stages announce the kinds of people they know. A kind without a directory stops start-up. */
@Injectable()
export class PartyDirectories implements OnApplicationBootstrap {
  private readonly directories = new Map<PartyKind, PartyDirectory>();

  register(kind: PartyKind, directory: PartyDirectory): void {
    if (this.directories.has(kind)) throw new Error(`two directories know parties of kind ${kind}`);
    this.directories.set(kind, directory);
  }

  onApplicationBootstrap(): void {
    const missing = PARTY_KINDS.filter((kind) => !this.directories.has(kind));
    if (missing.length > 0) throw new Error(`no directory knows parties of kind ${missing.join(', ')}`);
  }

  /** The actor behind an account, or null when the account is closed or its party no longer acts. */
  async actorFor(tx: Transaction, account: Account): Promise<Actor | null> {
    if (account.state !== 'active') return null;
    return (await this.directories.get(account.partyKind)?.actorFor(tx, account)) ?? null;
  }
}
