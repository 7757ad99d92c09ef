import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { ActStore } from './store/act.store.js';
import { ApprovalActItemRow } from './store/approval-act-item-row.js';
import { ApprovalActRow } from './store/approval-act-row.js';
import { DraftItemRow } from './store/draft-item-row.js';
import { DraftListStore } from './store/draft-list.store.js';
import { DraftRoundRow } from './store/draft-round-row.js';
import { DraftRow } from './store/draft-row.js';
import { DraftSeriesRow } from './store/draft-series-row.js';
import { DraftStepRow } from './store/draft-step-row.js';
import { DraftStore } from './store/draft.store.js';
import { ShownContentRow } from './store/shown-content-row.js';
import { ApprovalSubjects } from './use-cases/approval-subjects.js';
import { ApproveDraft } from './use-cases/approve-draft.use-case.js';
import { CasePresenter } from './use-cases/case-presenter.js';
import { Drafts } from './use-cases/drafts.js';
import { ListDrafts } from './use-cases/list-drafts.use-case.js';
import { ListWaitingDrafts } from './use-cases/list-waiting-drafts.use-case.js';
import { ResubmitDraft } from './use-cases/resubmit-draft.use-case.js';
import { RouteFinder } from './use-cases/route-finder.js';
import { SendBackDraft } from './use-cases/send-back-draft.use-case.js';
import { ViewDraft } from './use-cases/view-draft.use-case.js';
import { WithdrawDraft } from './use-cases/withdraw-draft.use-case.js';

const ROWS = [
  DraftSeriesRow,
  DraftRow,
  DraftRoundRow,
  DraftStepRow,
  DraftItemRow,
  ShownContentRow,
  ApprovalActRow,
  ApprovalActItemRow,
];
const ACTS = [ApproveDraft, SendBackDraft, ResubmitDraft, WithdrawDraft];
const LOOKS = [ViewDraft, ListDrafts, ListWaitingDrafts];

@Module({
  imports: [TypeOrmModule.forFeature(ROWS), StaffModule],
  providers: [
    DraftStore,
    DraftListStore,
    ActStore,
    CasePresenter,
    RouteFinder,
    ApprovalSubjects,
    Drafts,
    ...ACTS,
    ...LOOKS,
  ],
  exports: [ApprovalSubjects, Drafts, ...ACTS, ...LOOKS],
})
export class ApprovalsModule {}
