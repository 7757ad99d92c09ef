import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { FilesModule } from '../platform/files/index.js';
import { StaffModule } from '../staff/staff.module.js';
import { ActStore } from './store/act.store.js';
import { ApprovalSettingsRow } from './store/approval-settings-row.js';
import { DraftAccessStore } from './store/draft-access.store.js';
import { DraftBudgetRow } from './store/draft-budget-row.js';
import { DecisionFileRow } from './store/decision-file-row.js';
import { DecisionFileStore } from './store/decision-file.store.js';
import { ApprovalActItemRow } from './store/approval-act-item-row.js';
import { ApprovalActRow } from './store/approval-act-row.js';
import { DraftAttachmentRow } from './store/draft-attachment-row.js';
import { DraftItemRow } from './store/draft-item-row.js';
import { DraftListStore } from './store/draft-list.store.js';
import { DraftRoundRow } from './store/draft-round-row.js';
import { DraftRow } from './store/draft-row.js';
import { DraftSeriesRow } from './store/draft-series-row.js';
import { DraftStepRow } from './store/draft-step-row.js';
import { DraftStore } from './store/draft.store.js';
import { ShownContentRow } from './store/shown-content-row.js';
import { AbolishPost } from './use-cases/abolish-post.use-case.js';
import { ActOnDraft } from './use-cases/act-on-draft.use-case.js';
import { ApprovalSubjects } from './use-cases/approval-subjects.js';
import { ApproveBatch } from './use-cases/approve-batch.use-case.js';
import { ApproveDraft } from './use-cases/approve-draft.use-case.js';
import { AttachToDraft } from './use-cases/attach-to-draft.use-case.js';
import { CasePresenter } from './use-cases/case-presenter.js';
import { CompareTable } from './use-cases/compare-table.use-case.js';
import { DecisionFiles } from './use-cases/decision-files.js';
import { DraftAccess } from './use-cases/draft-access.js';
import { DraftDesk } from './use-cases/draft-desk.js';
import { Drafts } from './use-cases/drafts.js';
import { ListDrafts } from './use-cases/list-drafts.use-case.js';
import { ListWaitingDrafts } from './use-cases/list-waiting-drafts.use-case.js';
import { RecastCases } from './use-cases/recast-cases.use-case.js';
import { RedraftHeld } from './use-cases/redraft-held.use-case.js';
import { ResubmitDraft } from './use-cases/resubmit-draft.use-case.js';
import { RouteFinder } from './use-cases/route-finder.js';
import { SealDraft } from './use-cases/seal-draft.use-case.js';
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
  DraftAttachmentRow,
  DraftBudgetRow,
  DecisionFileRow,
  ApprovalSettingsRow,
];
const ACTS = [
  AbolishPost,
  ApproveBatch,
  SealDraft,
  ApproveDraft,
  SendBackDraft,
  ResubmitDraft,
  WithdrawDraft,
  RecastCases,
  RedraftHeld,
  AttachToDraft,
  ActOnDraft,
];
const LOOKS = [CompareTable, DecisionFiles, ViewDraft, ListDrafts, ListWaitingDrafts];

@Module({
  imports: [TypeOrmModule.forFeature(ROWS), MunicipalitiesModule, FilesModule, StaffModule],
  providers: [
    DraftStore,
    DecisionFileStore,
    DraftListStore,
    ActStore,
    CasePresenter,
    RouteFinder,
    DraftAccessStore,
    DraftAccess,
    DraftDesk,
    ApprovalSubjects,
    Drafts,
    ...ACTS,
    ...LOOKS,
  ],
  exports: [ApprovalSubjects, Drafts, ...ACTS, ...LOOKS],
})
export class ApprovalsModule {}
