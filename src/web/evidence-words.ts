import type { EvidenceWords } from '../closing/index.js';
import { detailWithNames } from './admin/audit-detail.js';
import { actionLabel, actorLabel, subjectLabel } from './admin/audit-words.js';
import { ACCOUNT, ENTRY } from './shared/ledger-words.js';

/** The words of two desks for the papers that the auditors take with them. */
export const evidenceWords: EvidenceWords = {
  action: actionLabel,
  actor: actorLabel,
  subject: subjectLabel,
  detail: detailWithNames,
  entry: (entry) => ENTRY[entry],
  account: (account) => ACCOUNT[account],
};
