/**
 * 備品台帳 and 財産処分: what was bought with a grant, until when the organisation may not dispose of it alone, and the answer to
 * its application. 保存期間: how long books and papers are kept. Announces DisposalReturned (subject: the disposal).
 */
export { RegisterProperty } from './use-cases/register-property.use-case.js';
export { CorrectProperty } from './use-cases/correct-property.use-case.js';
export { ApplyForDisposal } from './use-cases/apply-for-disposal.use-case.js';
export { DraftDisposal } from './use-cases/draft-disposal.use-case.js';
export { IssueDisposalLetter } from './use-cases/issue-disposal-letter.use-case.js';
export { WithdrawnDisposalLetters } from './use-cases/withdrawn-disposal-letters.js';
export {
  ViewProperties,
  type DisposalPage,
  type PropertyDesk,
  type PropertyDeskPart,
  type PropertyLinePage,
  type PropertyPage,
} from './use-cases/view-properties.use-case.js';
export { ViewRetention, type Retention, type RetentionDesk } from './use-cases/view-retention.use-case.js';
export { DecideRecordDisposal } from './use-cases/decide-record-disposal.use-case.js';
export { PROPERTY_DISPOSAL } from './use-cases/disposal-subject.js';
export {
  DISPOSAL_KIND_LABELS,
  DISPOSAL_KINDS,
  isOpen as isOpenDisposal,
  type Disposal,
  type DisposalKind,
  type DisposalState,
} from './domain/disposal.js';
export { OTHER_KIND, type PropertyItem } from './domain/property.js';
export type { ItemAct, ItemProposal } from './domain/item-act.js';

/** What this stage announces. */
export const PROPERTY_EVENTS = ['DisposalReturned'] as const;
