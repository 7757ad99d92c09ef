import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { proveMachine } from '../kernel/machine.js';
import { NoticesModule } from '../notices/notices.module.js';
import { PerformanceReportsModule } from '../performance-reports/performance-reports.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { RepaymentsModule } from '../repayments/repayments.module.js';
import { disposalMachine } from './domain/disposal.js';
import { PropertyDisposalRow } from './store/property-disposal-row.js';
import { PropertyDisposalStore } from './store/property-disposal.store.js';
import { PropertyItemRow } from './store/property-item-row.js';
import { PropertyItemActRow } from './store/property-item-act-row.js';
import { PropertyItemActStore } from './store/property-item-act.store.js';
import { PropertyItemStore } from './store/property-item.store.js';
import { PropertyProposalRow } from './store/property-proposal-row.js';
import { PropertyProposalStore } from './store/property-proposal.store.js';
import { RecordDisposalRow } from './store/record-disposal-row.js';
import { RecordDisposalStore } from './store/record-disposal.store.js';
import { ApplyForDisposal } from './use-cases/apply-for-disposal.use-case.js';
import { CorrectProperty } from './use-cases/correct-property.use-case.js';
import { DecideRecordDisposal } from './use-cases/decide-record-disposal.use-case.js';
import { DisposalLetter } from './use-cases/disposal-letter.js';
import { DisposalSubject } from './use-cases/disposal-subject.js';
import { DraftDisposal } from './use-cases/draft-disposal.use-case.js';
import { IssueDisposalLetter } from './use-cases/issue-disposal-letter.use-case.js';
import { PropertyGrounds } from './use-cases/property-grounds.js';
import { PropertyPapers } from './use-cases/property-papers.js';
import { RegisterProperty } from './use-cases/register-property.use-case.js';
import { ViewProperties } from './use-cases/view-properties.use-case.js';
import { ViewRetention } from './use-cases/view-retention.use-case.js';
import { WithdrawnDisposalLetters } from './use-cases/withdrawn-disposal-letters.js';

proveMachine('disposal', disposalMachine, 'sent');

const OFFERED = [
  RegisterProperty,
  CorrectProperty,
  ApplyForDisposal,
  DraftDisposal,
  IssueDisposalLetter,
  WithdrawnDisposalLetters,
  ViewProperties,
  ViewRetention,
  DecideRecordDisposal,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PropertyItemRow,
      PropertyItemActRow,
      PropertyProposalRow,
      PropertyDisposalRow,
      RecordDisposalRow,
    ]),
    ProgramsModule,
    NoticesModule,
    ApprovalsModule,
    CasesModule,
    GrantsModule,
    RepaymentsModule,
    PerformanceReportsModule,
  ],
  providers: [
    PropertyItemStore,
    PropertyItemActStore,
    PropertyProposalStore,
    PropertyDisposalStore,
    RecordDisposalStore,
    PropertyGrounds,
    PropertyPapers,
    DisposalSubject,
    DisposalLetter,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class PropertiesModule {}
