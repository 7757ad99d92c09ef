/**
 * 審査会: panels with their members, meetings, sheets and results. Knows what it judges by its kind and id alone; the stage
 * that owns the cases registers a `PanelSubject`.
 * Events: PanelResultConfirmed, PresentationTold (data: kind, meetingId).
 */
export {
  PanelSubjects,
  type PanelSubject,
  type ProposedSubject,
  type SubjectWords,
} from './use-cases/panel-subjects.js';
export { PanelSeats } from './use-cases/panel-seats.js';
export { Sittings, type Sitting } from './use-cases/sittings.js';
export { PanelResults, type JudgedAt, type PanelStanding } from './use-cases/panel-results.js';
export { KeepPanel } from './use-cases/keep-panel.use-case.js';
export { PanelMembers } from './use-cases/panel-members.js';
export { CallMeeting } from './use-cases/call-meeting.use-case.js';
export { MoveMeeting } from './use-cases/move-meeting.use-case.js';
export { TellPresenters } from './use-cases/tell-presenters.use-case.js';
export { Materials } from './use-cases/materials.js';
export { Presentations, type Presentation } from './use-cases/presentations.js';
export { Agenda, type Candidate } from './use-cases/agenda.js';
export { SaveSheet } from './use-cases/save-sheet.use-case.js';
export { DeclareRecusal } from './use-cases/declare-recusal.use-case.js';
export { CloseScoring } from './use-cases/close-scoring.use-case.js';
export { ReopenScoring } from './use-cases/reopen-scoring.use-case.js';
export { SettleTie } from './use-cases/settle-tie.use-case.js';
export { SaveRecord } from './use-cases/save-record.use-case.js';
export { ConfirmMeeting } from './use-cases/confirm-meeting.use-case.js';
export type { RecordForm } from './use-cases/keep-record.js';
export { DownloadResults } from './use-cases/download-results.use-case.js';
export { ViewMeeting, type MeetingView } from './use-cases/view-meeting.use-case.js';
export { ViewPanels, type PanelsView, type PanelView } from './use-cases/view-panels.use-case.js';
export { ViewSeat, type ChairMeeting, type SeatCase, type SeatMeeting } from './use-cases/view-seat.use-case.js';
export { formatPoints, mostPoints, POINTS_ROUNDING, shortfallInWords } from './domain/points-words.js';
export { equalGroups, type CaseOutcome } from './domain/results.js';
export { LONGEST_OVERALL, type Sheet, type TypedSheet } from './domain/sheet.js';
export type { PresentationTimes, Slot } from './domain/presentation.js';
export {
  LONGEST_COMMENT,
  LONGEST_SAID,
  type Material,
  type Meeting,
  type MeetingAct,
  type MeetingState,
  type PanelCase,
} from './domain/meeting.js';
export { SEAT_ROLES, type Panel, type SeatedMember, type SeatRole } from './domain/panel.js';

/** What this stage announces; subject: what was judged. */
export const PANEL_EVENTS = ['PanelResultConfirmed', 'PresentationTold'] as const;
