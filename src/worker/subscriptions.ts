import type { Subscriptions } from '../platform/outbox/index.js';
import { ReopenAcknowledgement, TellOfReturnedRepresentative } from './handlers/acknowledgements.js';
import { AbolishPostsOfTheDay, DrawDecisionFile, RemindOfWaitingDrafts } from './handlers/approvals.js';
import { AnnounceDraftsBehind, CarryDraftOver, FollowExtension, IssueReceipt } from './handlers/applications.js';
import { ProveBooks, TellOfDifference } from './handlers/closing.js';
import { IssueChangesOfTheDay, IssueDeterminationsOfTheDay, IssueLettersOfTheDay } from './handlers/decisions.js';
import {
  BuildPublicRecordAnew,
  PublishBudget,
  PublishDistricts,
  PublishGrant,
  PublishOrganization,
} from './handlers/disclosure.js';
import { ScanReceivedFile, TellOfInfectedFile } from './handlers/files.js';
import { ForgetSenders } from './handlers/flood.js';
import {
  AskForProgress,
  ReopenChange,
  TellOfAskedReport,
  TellOfReturnedChange,
  TellOfReturnedGrantReport,
} from './handlers/grant-changes.js';
import { DrawIssuedLetter, ReopenDecision } from './handlers/letters.js';
import {
  TellOfLetter,
  TellOfNewEdition,
  TellOfPriorStart,
  TellOfMessage,
  TellOfRegistration,
  TellOfReturn,
  TellOfReturnedRegistration,
  TellOfWithdrawal,
} from './handlers/mails.js';
import { FollowMendedAccount, PrepareClaim, PrepareDueClaims, TellOfLaterClaim } from './handlers/payments.js';
import {
  AskForReports,
  FollowPayment,
  IssueReportReceipt,
  HastenReport,
  OpenReport,
  ReopenDetermination,
  ReportFollowsAmendment,
  SettlePaidGrant,
  TellOfReturnedReport,
  WithdrawReport,
  WithdrawRevokedReport,
} from './handlers/performance-reports.js';
import {
  EraseOldProposers,
  TellOfProposalResult,
  TellOfReceivedProposal,
  TellOfSorting,
  TellOfScreening,
} from './handlers/proposals.js';
import { ReopenDisposal, TellOfReturnedDisposal } from './handlers/properties.js';
import { MailReminder, RemindOfDeadlines } from './handlers/reminders.js';
import { TellOfHearing, TellOfPresentation } from './handlers/proposal-hearings.js';
import {
  DemandAfterChange,
  DemandAfterSettlement,
  DemandsFollowPayments,
  RemindOfRepayments,
  ReopenDemand,
} from './handlers/repayments.js';
import { EraseOldWriters, MailLetterAnswer } from './handlers/voices.js';
import {
  OpenVerification,
  RemindOfVerifications,
  ReopenDirection,
  TellOfVerification,
} from './handlers/verifications.js';

/**
 * When X has happened, then Y: the only place that says so. Every event of every stage has a line,
 * also when nothing follows from it; a missing line stops start-up.
 */
export const SUBSCRIPTION_TABLE: Subscriptions = {
  MorningCame: [
    AbolishPostsOfTheDay,
    IssueLettersOfTheDay,
    IssueChangesOfTheDay,
    IssueDeterminationsOfTheDay,
    PrepareDueClaims,
    AskForProgress,
    AskForReports,
    RemindOfDeadlines,
    RemindOfWaitingDrafts,
    RemindOfRepayments,
    RemindOfVerifications,
    ProveBooks,
    ForgetSenders,
    EraseOldWriters,
    EraseOldProposers,
  ],
  FileReceived: [ScanReceivedFile],
  FileInfected: [TellOfInfectedFile],
  LetterIssued: [DrawIssuedLetter],
  LetterDrawn: [TellOfLetter],
  LetterVoided: [
    ReopenDecision,
    ReopenChange,
    ReopenDetermination,
    ReopenDemand,
    ReopenDisposal,
    ReopenAcknowledgement,
    ReopenDirection,
  ],
  DraftDecided: [DrawDecisionFile],
  PanelResultConfirmed: [],
  PresentationTold: [TellOfPresentation],
  DistrictAdded: [PublishDistricts],
  DistrictDescribed: [PublishDistricts],
  ConsultationPublished: [],
  ConsultationAnswered: [],
  MayorLetterAnswered: [MailLetterAnswer],
  OrganizationSubmitted: [],
  OrganizationReturned: [TellOfReturnedRegistration],
  OrganizationRegistered: [TellOfRegistration, PublishOrganization],
  OrganizationChanged: [PublishOrganization],
  BankAccountChangeRequested: [],
  BankAccountChanged: [FollowMendedAccount],
  RepresentativeChangeReturned: [TellOfReturnedRepresentative],
  CeilingChanged: [PublishBudget],
  ProgramVersionPublished: [AnnounceDraftsBehind, PublishBudget],
  ProgramVersionWithdrawn: [PublishBudget],
  CallPublished: [],
  CallExtended: [],
  CallWithdrawn: [],
  ProposalSubmitted: [TellOfReceivedProposal],
  ProposalWithdrawn: [],
  ProposalScreened: [TellOfScreening],
  ProposalSorted: [TellOfSorting],
  SortingSettled: [TellOfSorting],
  HearingPlanned: [TellOfHearing],
  HearingCalledOff: [TellOfHearing],
  ProposalAdopted: [TellOfProposalResult],
  ProposalRefused: [TellOfProposalResult],
  ProposalMerged: [TellOfProposalResult],
  AcceptanceExtended: [FollowExtension],
  MessageSent: [TellOfMessage],
  DeadlinesNear: [MailReminder],
  DraftFellBehind: [CarryDraftOver],
  DraftCarriedOver: [TellOfNewEdition],
  ApplicationSubmitted: [IssueReceipt],
  ApplicationReturned: [TellOfReturn],
  ApplicationWithdrawn: [TellOfWithdrawal],
  ReviewPassed: [],
  PriorStartDecided: [TellOfPriorStart],
  GrantDecided: [],
  GrantLetterIssued: [PrepareClaim, OpenReport, PublishGrant],
  RefusalIssued: [],
  GrantLetterVoided: [PublishGrant],
  GrantWithdrawn: [PublishGrant, WithdrawReport],
  GrantAmended: [ReportFollowsAmendment, DemandAfterChange, DemandsFollowPayments],
  GrantDiscontinued: [HastenReport, DemandAfterChange],
  GrantRevoked: [WithdrawRevokedReport, DemandAfterChange],
  ChangeLetterIssued: [PublishGrant],
  ChangeLetterVoided: [PublishGrant],
  GrantChangeReturned: [TellOfReturnedChange],
  // its letter tells the organisation
  MinorChangeAcknowledged: [PublishGrant],
  ReportAsked: [TellOfAskedReport],
  GrantReportReturned: [TellOfReturnedGrantReport],
  ClaimPrepared: [TellOfLaterClaim],
  ClaimConfirmed: [],
  PaymentOrdered: [],
  PaymentOrderReturned: [DemandsFollowPayments],
  PaymentBatchReleased: [],
  PaymentsMarkedPaid: [PublishGrant, FollowPayment, SettlePaidGrant, DemandsFollowPayments],
  ReportOpened: [],
  ReportSubmitted: [IssueReportReceipt],
  ReportReturned: [TellOfReturnedReport],
  ReportInspected: [PublishGrant, SettlePaidGrant],
  DeterminationLetterIssued: [PublishGrant],
  DeterminationLetterVoided: [PublishGrant],
  RepaymentReceived: [PublishGrant],
  DisposalReturned: [TellOfReturnedDisposal],
  GrantDetermined: [DemandAfterSettlement, OpenVerification],
  RepaymentDemanded: [],
  VerificationOpened: [TellOfVerification],
  VerificationDecided: [],
  VerificationPublished: [PublishGrant],
  PublicItemShownAgain: [PublishGrant],
  PublicRecordDoubted: [BuildPublicRecordAnew],
  VerificationTakenDown: [PublishGrant],
  BooksDiffer: [TellOfDifference],
  LaterPaymentsChanged: [PublishGrant],
  PaymentFailed: [PublishGrant, DemandsFollowPayments],
};
