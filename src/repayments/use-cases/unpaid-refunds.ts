import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DecisionBlocks, type BlocksDecisions } from '../../grants/index.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { demandNumber } from '../domain/demand.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { byOrganization, RepaymentFiles, type RepaymentFile } from './repayment-files.js';

/** Who has not paid back in time is granted nothing new, unless somebody says why. */
@Injectable()
export class UnpaidRefunds implements BlocksDecisions, OnModuleInit {
  constructor(
    private readonly blocks: DecisionBlocks,
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
  ) {}

  onModuleInit(): void {
    this.blocks.register(this);
  }

  async ofOrganizations(
    tx: Transaction,
    organizationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const asked = new Set(organizationIds);
    const demands = await this.demands.list(tx, { states: ['demanded'] });
    const own = demands.filter(({ organizationId }) => asked.has(organizationId));
    const unpaid = (await this.files.ofAll(tx, own)).filter(({ standing }) => standing.overdue > 0n);
    return new Map([...byOrganization(unpaid)].map(([id, files]) => [id, files.map(inWords)]));
  }
}

const inWords = ({ demand, standing }: RepaymentFile): string =>
  `${demandNumber(demand)}　未納${formatYen(standing.overdue)}${standing.firstDueOn ? `（期限${formatEra(standing.firstDueOn)}）` : ''}`;
