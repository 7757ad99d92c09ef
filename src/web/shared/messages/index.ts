import type { ErrorParams } from '../../../kernel/domain-error.js';
import { formatEra, localDate } from '../../../kernel/local-date.js';
import { groupDigits } from '../../../kernel/yen.js';
import { programMessages } from './programs.js';
import { programRuleMessages } from './programs-rule.js';
import { acknowledgementMessages } from './acknowledgements.js';
import { applicationMessages } from './applications.js';
import { repaymentMessages } from './repayments.js';
import { reviewMessages } from './reviews.js';
import { approvalMessages } from './approvals.js';
import { budgetMessages } from './budgets.js';
import { caseMessages } from './cases.js';
import { closingMessages } from './closing.js';
import { commonMessages } from './common.js';
import { consultationMessages } from './consultations.js';
import { csvMessages } from './csv.js';
import { disclosureMessages } from './disclosure.js';
import { formMessages } from './forms.js';
import { grantChangeMessages } from './grant-changes.js';
import { grantMessages } from './grants.js';
import { identityMessages } from './identity.js';
import { kernelMessages } from './kernel.js';
import { municipalityMessages } from './municipalities.js';
import { noticeMessages } from './notices.js';
import { panelMessages } from './panels.js';
import { paymentMessages } from './payments.js';
import { organizationMessages } from './organizations.js';
import { plannedBudgetMessages } from './planned-budget.js';
import { platformMessages } from './platform.js';
import { proposalMessages } from './proposals.js';
import { propertyMessages } from './properties.js';
import { recordMessages } from './records.js';
import { townFolderMessages } from './town-folder.js';
import { verificationMessages } from './verifications.js';
import { visitMessages } from './visits.js';
import { reportMessages } from './reports.js';
import { staffMessages } from './staff.js';

/** Every stage adds its own table here; a code stands in exactly one of them. */
const catalogues: readonly Readonly<Record<string, string>>[] = [
  commonMessages,
  acknowledgementMessages,
  kernelMessages,
  platformMessages,
  csvMessages,
  municipalityMessages,
  townFolderMessages,
  identityMessages,
  staffMessages,
  noticeMessages,
  approvalMessages,
  panelMessages,
  visitMessages,
  consultationMessages,
  disclosureMessages,
  organizationMessages,
  budgetMessages,
  paymentMessages,
  closingMessages,
  repaymentMessages,
  formMessages,
  programMessages,
  caseMessages,
  proposalMessages,
  programRuleMessages,
  applicationMessages,
  plannedBudgetMessages,
  reviewMessages,
  grantMessages,
  reportMessages,
  propertyMessages,
  recordMessages,
  verificationMessages,
  grantChangeMessages,
];

const sentences = new Map<string, string>();
for (const catalogue of catalogues) {
  for (const [code, sentence] of Object.entries(catalogue)) {
    if (sentences.has(code)) throw new Error(`two sentences for ${code}`);
    sentences.set(code, sentence);
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Numbers with thousands commas, days as 和暦. */
function inWords(value: ErrorParams[string] | undefined): string {
  if (typeof value === 'bigint' || typeof value === 'number') return groupDigits(value);
  const text = String(value ?? '');
  return DAY.test(text) ? formatEra(localDate(text)) : text;
}

/** Every code with its sentence. */
export const sentenceList = (): readonly (readonly [string, string])[] => [...sentences];

export const hasMessage = (code: string): boolean => sentences.has(code);

/**
 * The one Japanese sentence for a code, `{param}` filled in (numbers with thousands commas, days as 和暦).
 * A fault in a row of a table says first which one: its param `inRow`, as the page numbers its rows.
 * A code without a sentence fails `messages.spec.ts`, which finds every code in the source; should one slip through, a general
 * sentence is better than a page that breaks.
 */
export function messageFor(code: string, params: ErrorParams = {}): string {
  const sentence = sentences.get(code);
  if (sentence === undefined) {
    return commonMessages['common.invalid'];
  }
  const told = sentence.replace(/\{(\w+)\}/g, (_, name: string) => inWords(params[name]));
  return typeof params.inRow === 'string' ? `${params.inRow}：${told}` : told;
}
