/** 職員: people, posts with their holders over time, and the tables that say who decides what. */
export { Absences, type RecordAbsenceCommand } from './use-cases/absences.js';
export { AddStaffMember } from './use-cases/add-staff-member.use-case.js';
export { AssignPost, type AssignPostCommand } from './use-cases/assign-post.use-case.js';
export { Authority, type Route } from './use-cases/authority.js';
export { ChangeStaffMail } from './use-cases/change-staff-mail.use-case.js';
export { DeskOpenings } from './use-cases/desk-openings.js';
export type { Opening } from './store/desk-opening.store.js';
export { CreatePost } from './use-cases/create-post.use-case.js';
export { DraftAuthorityTable, type DraftAuthorityTableCommand } from './use-cases/draft-authority-table.use-case.js';
export { EditAuthorityTable } from './use-cases/edit-authority-table.use-case.js';
export { EditPost } from './use-cases/edit-post.use-case.js';
export { EndHolding } from './use-cases/end-holding.use-case.js';
export { InviteStaff, type StaffCode } from './use-cases/invite-staff.use-case.js';
export { PostAbolition } from './use-cases/post-abolition.js';
export type { PlannedAbolition } from './store/planned-abolition.store.js';
export { PublishAuthorityTable } from './use-cases/publish-authority-table.use-case.js';
export { RecordDeparture } from './use-cases/record-departure.use-case.js';
export { StaffDirectory } from './use-cases/staff-directory.js';
export { TransferStaff, type TransferLine } from './use-cases/transfer-staff.use-case.js';
export { Ties, type RecordTieCommand } from './use-cases/ties.js';
export { ViewStaff, type MemberView, type StaffView } from './use-cases/view-staff.use-case.js';
export { actLabel, DRAFTED_ACTS, hasAmount, isImportant, KNOWN_ACTS, type Act } from './domain/acts.js';
export {
  ruleFor,
  type AuthorityRule,
  type AuthorityStep,
  type AuthorityTable,
  type StepRole,
} from './domain/authority-table.js';
export { TIE_KINDS, type Tie, type TieKind } from './domain/tie.js';
export type { Absence } from './domain/absence.js';
export type { Staffing } from './domain/authority-safety.js';
export type { Holding, HoldingKind } from './domain/holding.js';
export { isAbolished, type NewPost, type Post, type WhenVacant } from './domain/post.js';
export type { RouteStep } from './domain/route.js';
export type { StaffMember, StaffMemberWithPosts } from './domain/staff-member.js';
