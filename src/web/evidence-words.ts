import type { EvidenceWords } from '../closing/index.js';
import { actionLabel } from './admin/audit-words.js';
import { ACCOUNT, ENTRY } from './shared/ledger-words.js';

/** The words of two desks for the papers that the auditors take with them. */
export const evidenceWords: EvidenceWords = {
  action: actionLabel,
  entry: (entry) => ENTRY[entry],
  account: (account) => ACCOUNT[account],
};
