import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { proveMachine } from '../kernel/machine.js';
import { callMachine } from './domain/call.js';
import { proposalMachine } from './domain/proposal.js';
import { CallExtensionRow } from './store/call-extension-row.js';
import { CallRow } from './store/call-row.js';
import { CallStore } from './store/call.store.js';
import { ProposalFileRow } from './store/proposal-file-row.js';
import { ProposalFileStore } from './store/proposal-file.store.js';
import { ProposalRow } from './store/proposal-row.js';
import { ProposalSectionRevisionRow } from './store/proposal-section-revision-row.js';
import { ProposalSectionRow } from './store/proposal-section-row.js';
import { ProposalSectionStore } from './store/proposal-section.store.js';
import { ProposalStore } from './store/proposal.store.js';
import { ProposalDirectory } from './use-cases/proposal-directory.js';

proveMachine('call', callMachine, 'draft');
proveMachine('proposal', proposalMachine, 'draft');

const ROWS = [CallRow, CallExtensionRow, ProposalRow, ProposalSectionRow, ProposalSectionRevisionRow, ProposalFileRow];
const STORES = [CallStore, ProposalStore, ProposalSectionStore, ProposalFileStore];
const OFFERED = [ProposalDirectory];

@Module({
  imports: [TypeOrmModule.forFeature(ROWS)],
  providers: [...STORES, ...OFFERED],
  exports: OFFERED,
})
export class ProposalsModule {}
