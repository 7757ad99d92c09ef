/**
 * 補助制度: programmes and their yearly editions, whose rules, forms, checklists and letters are data.
 * Events: ProgramVersionPublished, ProgramVersionWithdrawn, AcceptanceExtended.
 */
export { Programs, type TimedProgram } from './use-cases/programs.js';
export { EditionChanges } from './use-cases/edition-changes.js';
export { BlankForms } from './use-cases/blank-form/blank-forms.js';
export { AddEdition } from './use-cases/add-edition.use-case.js';
export { CopyForNextYear } from './use-cases/copy-for-next-year.use-case.js';
export { CreateProgram, type CreateProgramCommand } from './use-cases/create-program.use-case.js';
export { EditDraftVersion, type EditDraftVersionCommand } from './use-cases/edit-draft-version.use-case.js';
export { DiscardDraftVersion } from './use-cases/discard-draft-version.use-case.js';
export { LetterSamples } from './use-cases/letters/letter-samples.js';
export { LetterWordings, type WordingDesk } from './use-cases/letters/letter-wordings.js';
export { DraftFaults } from './use-cases/draft-faults.js';
export { ExtendAcceptance } from './use-cases/extend-acceptance.use-case.js';
export { PrepareNextVersion } from './use-cases/prepare-next-version.use-case.js';
export { DraftPublication } from './use-cases/draft-publication.use-case.js';
export { PROGRAM_PUBLICATION } from './use-cases/publication-subject.js';
export {
  PublishProgramVersion,
  type PublishProgramVersionCommand,
} from './use-cases/publish-program-version.use-case.js';
export {
  WithdrawProgramVersion,
  type WithdrawProgramVersionCommand,
} from './use-cases/withdraw-program-version.use-case.js';
export { ApplicationsPort, type ApplicationCount, type ApplicationsOfEditions } from './use-cases/applications-port.js';
export { examineProgramDocument } from './domain/read-program-document.js';
export { PRIOR_START_QUESTION } from './domain/prior-start.js';
export { withYearOfProject } from './domain/year-of-project.js';
export { isOpenAt, type AcceptancePeriod, type PeriodExtension } from './domain/acceptance-period.js';
export {
  ROUNDING_UNITS,
  type AmountRule,
  type FactDefinition,
  type Facts,
  type FactValue,
  type OverSubscription,
  type RuleCap,
  type RuleInput,
  type RuleTerm,
} from './domain/amount-rule/amount-rule.js';
export { evaluateRule } from './domain/amount-rule/evaluate-rule.js';
export { allocateProRata, proRataLine, type Allocation, type GrantRequest } from './domain/amount-rule/pro-rata.js';
export { dependsOnCosts, ruleInWords, type RuleLine } from './domain/amount-rule/rule-in-words.js';
export { factsInWords, roundingInWords } from './domain/amount-rule/words.js';
export {
  TREATMENT_LABELS,
  TREATMENTS,
  type BudgetForm,
  type ExpenditureCategory,
  type IncomeCategory,
  type Treatment,
  type UnitPriceLimit,
} from './domain/budget-form.js';
export {
  AUTOMATIC_CHECK_LABELS,
  isPaidAfterSettlement,
  PAYMENT_METHOD_LABELS,
  PAYMENT_METHODS,
  refundTermsOf,
  disclosureTermsOf,
  keepingTermsOf,
  scheduleOf,
  type AutomaticCheck,
  type ChecklistItem,
  type EligibleStart,
  type PaymentMethod,
  type ProgramDocument,
} from './domain/program-document.js';
export type { DisclosureTerms } from './domain/disclosure-terms.js';
export { groupingQuestions, publishableQuestions } from './domain/read-disclosure.js';
export { YEAR_COUNT_LABELS } from './domain/editions/refund-in-words.js';
export type { ReportForm } from './domain/report-form.js';
export type { PaymentSchedule } from './domain/payment-schedule.js';
export type { DirectionWords } from './domain/letters/direction-letter-words.js';
export type { DisposalWords, RefundWords } from './domain/letters/refund-letter-words.js';
export { LETTER_NAMES, LETTER_TITLES, letterOf, type LetterName } from './domain/letters/letter-form.js';
export type { ClaimWords, DecisionWords, ReceiptWords } from './domain/letters/letter-words.js';
export type { ToldWords } from './domain/letters/told-letter-words.js';
export type { ChangeWords, DeterminationWords } from './domain/letters/later-letter-words.js';
export { thresholdsInWords, type ChangeRules } from './domain/change-rules.js';
export { citedInFull } from './domain/letters/sample-words.js';
export { exampleFields, readExample, tryExample, type ExampleFields } from './domain/editions/example-input.js';
export { changesForApplicants, type ChangedPart } from './domain/editions/changes-between-editions.js';
export {
  findQuestion,
  findSection,
  moved,
  movedQuestion,
  movedSection,
  withoutQuestion,
  withoutSection,
  withQuestion,
  withSection,
  withSectionWords,
  withTypedQuestion,
  type Way,
} from './domain/editing/form-edits.js';
export { STARTING_RULES } from './domain/editing/starting-rules.js';
export { isSupersededBy, type ProgramVersion, type VersionState } from './domain/program-version.js';

/** What this stage announces; subject: the version. */
export const PROGRAM_EVENTS = ['ProgramVersionPublished', 'ProgramVersionWithdrawn', 'AcceptanceExtended'] as const;
