import { APPLICATION_EVENTS } from '../applications/index.js';
import { APPROVAL_EVENTS } from '../approvals/index.js';
import { BUDGET_EVENTS } from '../budgets/index.js';
import { CASE_EVENTS } from '../cases/index.js';
import { CLOSING_EVENTS } from '../closing/index.js';
import { CONSULTATION_EVENTS } from '../consultations/index.js';
import { DISCLOSURE_EVENTS } from '../disclosure/index.js';
import { GRANT_CHANGE_EVENTS } from '../grant-changes/index.js';
import { GRANT_EVENTS } from '../grants/index.js';
import { NOTICE_EVENTS } from '../notices/index.js';
import { ORGANIZATION_EVENTS } from '../organizations/index.js';
import { PANEL_EVENTS } from '../panels/index.js';
import { PAYMENT_EVENTS } from '../payments/index.js';
import { REPORT_EVENTS } from '../performance-reports/index.js';
import { FILE_EVENTS } from '../platform/files/index.js';
import type { Subscriptions } from '../platform/outbox/index.js';
import { SCHEDULE_EVENTS } from '../platform/schedule/index.js';
import { PROPOSAL_EVENTS } from '../proposals/index.js';
import { PROGRAM_EVENTS } from '../programs/index.js';
import { PROPERTY_EVENTS } from '../properties/index.js';
import { REPAYMENT_EVENTS } from '../repayments/index.js';
import { VERIFICATION_EVENTS } from '../verifications/index.js';
import { REVIEW_EVENTS } from '../reviews/index.js';

/** Every event that any stage, the files or the clock announces. */
const ALL_EVENTS: readonly string[] = [
  ...SCHEDULE_EVENTS,
  ...FILE_EVENTS,
  ...NOTICE_EVENTS,
  ...APPROVAL_EVENTS,
  ...PANEL_EVENTS,
  ...CONSULTATION_EVENTS,
  ...DISCLOSURE_EVENTS,
  ...ORGANIZATION_EVENTS,
  ...BUDGET_EVENTS,
  ...PROGRAM_EVENTS,
  ...PROPOSAL_EVENTS,
  ...CASE_EVENTS,
  ...APPLICATION_EVENTS,
  ...REVIEW_EVENTS,
  ...GRANT_EVENTS,
  ...GRANT_CHANGE_EVENTS,
  ...PAYMENT_EVENTS,
  ...PROPERTY_EVENTS,
  ...REPAYMENT_EVENTS,
  ...REPORT_EVENTS,
  ...VERIFICATION_EVENTS,
  ...CLOSING_EVENTS,
];

/** Start-up check: each event of each stage has its line in the table, and no line waits for an event that nobody announces. */
export function proveSubscriptions(table: Subscriptions): void {
  const forgotten = ALL_EVENTS.filter((event) => !(event in table));
  const unknown = Object.keys(table).filter((event) => !ALL_EVENTS.includes(event));
  if (forgotten.length > 0) throw new Error(`no line in the subscriptions for: ${forgotten.join(', ')}`);
  if (unknown.length > 0) throw new Error(`nobody announces: ${unknown.join(', ')}`);
}
