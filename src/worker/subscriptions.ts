import type { Subscriptions } from '../platform/outbox/index.js';

/**
 * When X has happened, then Y: the only place that says so. Every event of every stage has a line,
 * also when nothing follows from it; a missing line stops start-up.
 */
export const SUBSCRIPTION_TABLE: Subscriptions = {
  OrganizationSubmitted: [],
  OrganizationReturned: [],
  OrganizationRegistered: [],
  BankAccountChangeRequested: [],
  BankAccountChanged: [],
};
