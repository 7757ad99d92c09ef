import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Port: a later stage says what speaks against granting anything new, in words, by organisation. */
export interface BlocksDecisions {
  /** Organisations of which nothing is to be said are left out. */
  ofOrganizations(tx: Transaction, organizationIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** Where later stages announce themselves. Whoever decides against one of their words says why. */
@Injectable()
export class DecisionBlocks {
  private readonly providers: BlocksDecisions[] = [];

  register(provider: BlocksDecisions): void {
    this.providers.push(provider);
  }

  /** By organisation; empty for those of which nothing is to be said. */
  async ofOrganizations(tx: Transaction, organizationIds: readonly string[]): Promise<(id: string) => string> {
    const said = new Map<string, string[]>();
    for (const provider of this.providers) {
      for (const [id, words] of await provider.ofOrganizations(tx, organizationIds))
        said.set(id, [...(said.get(id) ?? []), ...words]);
    }
    return (id) => (said.get(id) ?? []).join('、');
  }
}
