/**
 * 現地調査・聞き取り: what staff saw and heard, with photographs, corrected with a trail and never seen by whom it concerns.
 * Knows what a note speaks of by kind and id alone; the stage that owns the cases registers a `VisitSubject`.
 */
export { VisitSubjects, type VisitSubject, type VisitedSubject } from './use-cases/visit-subjects.js';
export { Visits, type VisitView } from './use-cases/visits.js';
export { WriteVisit } from './use-cases/write-visit.use-case.js';
export {
  changesOf,
  newestOf,
  noteInWords,
  SIDE_LABEL,
  visitInWords,
  VISIT_KINDS,
  VISIT_LABEL,
  visitTitle,
  type PresentPerson,
  type TypedVisit,
  type VisitNote,
  type VisitPhoto,
  type VisitSubjectRef,
  type VisitVersion,
} from './domain/visit-note.js';
