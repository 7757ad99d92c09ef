import type { Subscriptions } from '../platform/outbox/index.js';
import { IssueReceipt } from './handlers/applications.js';
import { PublishGrant, PublishPayment } from './handlers/disclosure.js';
import { DrawIssuedLetter, ReopenDecision, TellOrganization } from './handlers/letters.js';
import { PrepareClaim } from './handlers/payments.js';

/**
 * When X has happened, then Y: the only place that says so. Every event of every stage has a line,
 * also when nothing follows from it; a missing line stops start-up.
 */
export const SUBSCRIPTION_TABLE: Subscriptions = {
  MorningCame: [],
  LetterIssued: [DrawIssuedLetter],
  LetterDrawn: [TellOrganization],
  LetterVoided: [ReopenDecision],
  OrganizationSubmitted: [],
  OrganizationReturned: [],
  OrganizationRegistered: [],
  BankAccountChangeRequested: [],
  BankAccountChanged: [],
  ProgramVersionPublished: [],
  ApplicationSubmitted: [IssueReceipt],
  ApplicationReturned: [],
  ApplicationWithdrawn: [],
  ReviewPassed: [],
  GrantDecided: [],
  GrantLetterIssued: [PrepareClaim, PublishGrant],
  ClaimPrepared: [],
  ClaimConfirmed: [],
  PaymentOrdered: [],
  PaymentOrderReturned: [],
  PaymentBatchReleased: [],
  PaymentsMarkedPaid: [PublishPayment],
};
