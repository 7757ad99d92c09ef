import { Module, type Type } from '@nestjs/common';
import { STAGES } from '../stages.js';
import { ChangePartController } from './committee/change-part.controller.js';
import { CommitteeChangesController } from './committee/changes.controller.js';
import { CommitteeReportsController } from './committee/grant-reports.controller.js';
import { ProjectOrigins } from './shared/project-origins.js';
import { ModelProjectsController } from './staff/model-projects/model-projects.controller.js';
import { CommitteeVerificationsController } from './committee/verifications/verifications.controller.js';
import { StaffOpinionsController } from './staff/verifications/opinions.controller.js';
import { StaffVerificationsController } from './staff/verifications/verifications.controller.js';
import { CommitteePropertiesController } from './committee/properties.controller.js';
import { CommitteePropertyLineController } from './committee/properties/property-line.controller.js';
import { CommitteeGrantsController } from './committee/grants.controller.js';
import { ClaimDelegationController } from './committee/claim-delegation.controller.js';
import { CommitteeClaimsController } from './committee/claims.controller.js';
import { CommitteeLettersController } from './committee/letters.controller.js';
import { CommitteeMessagesController } from './committee/messages.controller.js';
import { CommitteeAccountController } from './committee/organization-account.controller.js';
import { CommitteeOfficersController } from './committee/organization-officers.controller.js';
import { IntroductionController } from './committee/introduction/introduction.controller.js';
import { CommitteeOrganizationController } from './committee/organization.controller.js';
import { evidenceWords } from './evidence-words.js';
import { PUBLIC_CONTROLLERS } from './public/public-controllers.js';
import { HealthController } from './health.controller.js';
import {
  OrganizationProposalController,
  OrganizationProposalsController,
} from './committee/proposals/proposals.controller.js';
import { CodeMail } from './shared/proposals/code-mail.js';
import { CallDrafts } from './staff/proposals/call-questions-of.js';
import { PROPOSAL_CONTROLLERS } from './staff/proposals/proposal-controllers.js';
import { ReceivedProposalPages } from './staff/proposals/received-pages.js';
import { OpenNow } from './public/town-page/open-now.js';
import { HomeDesk } from './committee/home-desk.js';
import { CommitteeHomeController } from './committee/home.controller.js';
import { CarryController } from './committee/carry.controller.js';
import { ApplicationsController } from './committee/applications.controller.js';
import { ApplicationSectionsController } from './committee/application-sections.controller.js';
import { BudgetWorkbookController } from './committee/workbook/budget-workbook.controller.js';
import { AccountWorkbookController } from './committee/workbook/account-workbook.controller.js';
import { ChangeWorkbookController } from './committee/workbook/change-workbook.controller.js';
import { BudgetRowsController } from './committee/budget-rows.controller.js';
import { ReportFilesController } from './committee/report-files.controller.js';
import { ReportSectionsController } from './committee/report-sections.controller.js';
import { ReportController } from './committee/report.controller.js';
import { ApplicationFilesController } from './committee/application-files.controller.js';
import { EditionChangeController } from './committee/edition-change.controller.js';
import { ApplicationController } from './committee/application.controller.js';
import { BulletinsController } from './staff/public-face/bulletins.controller.js';
import { EnclosuresController } from './staff/public-face/enclosures.controller.js';
import { MeetingsController } from './staff/public-face/meetings.controller.js';
import { SeriesController } from './staff/public-face/series.controller.js';
import { PublicationActs } from './staff/public-face/publication-acts.js';
import { WithholdingsController } from './staff/public-face/withholdings/withholdings.controller.js';
import { PublicFaceController } from './staff/public-face/hub.controller.js';
import { DistrictWordsController } from './staff/public-face/districts/districts.controller.js';
import { TownWordsController } from './staff/public-face/words.controller.js';
import { QueueController } from './staff/queue.controller.js';
import { RectificationController } from './staff/rectification.controller.js';
import { InspectionController } from './staff/inspection.controller.js';
import { StaffPropertiesController } from './staff/properties.controller.js';
import { StaffPropertyLineController } from './staff/properties/property-line.controller.js';
import { StaffReportsController } from './staff/reports.controller.js';
import { ReviewController } from './staff/review.controller.js';
import { InquiriesController } from './staff/inquiries.controller.js';
import { PriorStartController } from './staff/prior-start.controller.js';
import { VisitsController } from './staff/visits.controller.js';
import { OpeningsController } from './staff/openings.controller.js';
import { PanelVerificationsController } from './panel/verifications/panel-verifications.controller.js';
import { SeatController } from './panel/seat.controller.js';
import { PanelMeetingPages } from './staff/panel-meeting-pages.js';
import { PanelPreparationController } from './staff/panel-preparation.controller.js';
import { SentContents } from './panel/sent-contents.js';
import { PanelMeetingController } from './staff/panel-meeting.controller.js';
import { PanelsController } from './staff/panels.controller.js';
import { ProgramDesk } from './staff/program-desk.js';
import { DraftDesk } from './staff/program-draft-desk.js';
import { PROGRAM_CONTROLLERS } from './staff/program-controllers.js';
import { ADMIN_CONTROLLERS } from './admin/admin-controllers.js';
import { PaperController } from './staff/paper.controller.js';
import { DeclarationsDesk } from './shared/declarations-desk.js';
import { StaffConsultationsController } from './staff/voices/consultations.controller.js';
import { VoiceSettingsController } from './staff/voices/settings.controller.js';
import { StaffMayorLettersController } from './staff/voices/letters.controller.js';
import { WebSharedModule } from './shared/web-shared.module.js';
import { ApprovalsController } from './staff/approvals.controller.js';
import { BudgetLineController } from './staff/budget-line.controller.js';
import { BudgetController } from './staff/budget.controller.js';
import { AcknowledgementPages } from './staff/acknowledgements/acknowledgement-pages.js';
import { RepresentativeChangesController } from './staff/acknowledgements/representative-changes.controller.js';
import { AcknowledgementsController } from './staff/acknowledgements/acknowledgements.controller.js';
import { StaffChangesController } from './staff/changes.controller.js';
import { OverpaymentsController } from './staff/overpayments/overpayments.controller.js';
import { CarriesController } from './treasury/line-moves/carries.controller.js';
import { StaffCarryOverController } from './staff/line-moves/carry-over.controller.js';
import { LineCorrectionsController } from './treasury/line-moves/line-corrections.controller.js';
import { StaffLineCorrectionController } from './staff/line-moves/line-correction.controller.js';
import { LaterPaymentsController } from './treasury/later-payments/later-payments.controller.js';
import { PastYearPaymentController } from './staff/after-closing/past-year-payment.controller.js';
import { StaffGrantCaseController } from './staff/grant-case.controller.js';
import { OutcomeController } from './staff/outcome.controller.js';
import { DecisionsController } from './staff/decisions.controller.js';
import { AllocationController } from './staff/allocation.controller.js';
import { AllocationsController } from './staff/allocations.controller.js';
import { DeclarationsController } from './staff/declarations.controller.js';
import { DraftActsController } from './staff/draft-acts.controller.js';
import { DraftPaperController } from './staff/draft-paper.controller.js';
import { DraftsController } from './staff/drafts.controller.js';
import { SealsController } from './staff/seals.controller.js';
import { StaffLettersController } from './staff/letters.controller.js';
import { DeadlinesController } from './staff/deadlines.controller.js';
import { EVIDENCE_WORDS, EvidenceController } from './staff/evidence.controller.js';
import { ExecutionController } from './staff/execution.controller.js';
import { YearClosingController } from './staff/year-closing.controller.js';
import { YearController } from './staff/year.controller.js';
import { StaffMessagesController } from './staff/messages.controller.js';
import { StaffRepaymentsController } from './staff/repayments.controller.js';
import { TreasuryRepaymentsController } from './treasury/repayments.controller.js';
import { CommitteeRepaymentsController } from './committee/repayments.controller.js';
import { StaffOrdersController } from './staff/orders.controller.js';
import { ChangeDraftController } from './staff/organization-change-draft.controller.js';
import { StaffAccountController } from './staff/organization-account.controller.js';
import { StaffOrganizationCorrectionsController } from './staff/organization-corrections.controller.js';
import { StaffOrganizationController } from './staff/organization.controller.js';
import { StaffFiguresController } from './staff/organization-figures.controller.js';
import { StaffOrganizationsController } from './staff/organizations.controller.js';
import { BatchesController } from './treasury/batches.controller.js';
import { AdvancesController } from './treasury/advances.controller.js';
import { BooksController } from './treasury/books.controller.js';
import { ExportsController } from './treasury/exports.controller.js';
import { FailuresController } from './treasury/failures.controller.js';
import { TreasuryOrdersController } from './treasury/orders.controller.js';

/** Every page of every desk. A fixed path stands before one with a parameter: the first match answers. */
const CONTROLLERS: Readonly<Record<string, readonly Type[]>> = {
  machine: [HealthController],
  public: [
    ...PUBLIC_CONTROLLERS,
    OrganizationProposalsController,
    OrganizationProposalController,
    ...PROPOSAL_CONTROLLERS,
    StaffMayorLettersController,
    StaffConsultationsController,
    VoiceSettingsController,
  ],
  committee: [
    CommitteeHomeController,
    ApplicationsController,
    ApplicationSectionsController,
    BudgetRowsController,
    BudgetWorkbookController,
    ChangeWorkbookController,
    AccountWorkbookController,
    StaffReportsController,
    InspectionController,
    ReportSectionsController,
    ReportFilesController,
    ReportController,
    ApplicationFilesController,
    CarryController,
    EditionChangeController,
    ApplicationController,
    CommitteeMessagesController,
    CommitteeReportsController,
    CommitteePropertiesController,
    CommitteePropertyLineController,
    CommitteeVerificationsController,
    StaffOpinionsController,
    StaffVerificationsController,
    ModelProjectsController,
    CommitteeGrantsController,
    ChangePartController,
    CommitteeChangesController,
    CommitteeClaimsController,
    ClaimDelegationController,
    CommitteeLettersController,
    CommitteeOrganizationController,
    IntroductionController,
    CommitteeOfficersController,
    CommitteeAccountController,
  ],
  staff: [
    QueueController,
    ReviewController,
    RectificationController,
    StaffMessagesController,
    DeadlinesController,
    PaperController,
    ...PROGRAM_CONTROLLERS,
    InquiriesController,
    PriorStartController,
    VisitsController,
    OpeningsController,
    PanelsController,
    PanelMeetingController,
    PanelPreparationController,
    DecisionsController,
    AllocationsController,
    AllocationController,
    OutcomeController,
    StaffPropertiesController,
    StaffPropertyLineController,
    OverpaymentsController,
    StaffGrantCaseController,
    CarriesController,
    StaffCarryOverController,
    LineCorrectionsController,
    StaffLineCorrectionController,
    LaterPaymentsController,
    PastYearPaymentController,
    AcknowledgementsController,
    RepresentativeChangesController,
    StaffChangesController,
    DraftsController,
    ApprovalsController,
    DraftActsController,
    DeclarationsController,
    DraftPaperController,
    BudgetController,
    BudgetLineController,
    SealsController,
    StaffLettersController,
    StaffOrdersController,
    StaffRepaymentsController,
    TreasuryRepaymentsController,
    CommitteeRepaymentsController,
    StaffFiguresController,
    StaffOrganizationsController,
    StaffOrganizationController,
    StaffOrganizationCorrectionsController,
    StaffAccountController,
    EvidenceController,
    ExecutionController,
    YearController,
    YearClosingController,
    ChangeDraftController,
    PublicFaceController,
    WithholdingsController,
    TownWordsController,
    DistrictWordsController,
    BulletinsController,
    SeriesController,
    MeetingsController,
    EnclosuresController,
  ],
  panel: [SeatController, PanelVerificationsController],
  treasury: [
    TreasuryOrdersController,
    BatchesController,
    ExportsController,
    FailuresController,
    AdvancesController,
    BooksController,
  ],
  admin: ADMIN_CONTROLLERS,
};

@Module({
  imports: [...STAGES, WebSharedModule],
  providers: [
    OpenNow,
    CodeMail,
    ReceivedProposalPages,
    PanelMeetingPages,
    AcknowledgementPages,
    SentContents,
    CallDrafts,
    PublicationActs,
    HomeDesk,
    ProjectOrigins,
    ProgramDesk,
    DeclarationsDesk,
    DraftDesk,
    { provide: EVIDENCE_WORDS, useValue: evidenceWords },
  ],
  controllers: Object.values(CONTROLLERS).flat(),
})
export class WebModule {}
