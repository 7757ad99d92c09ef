/**
 * 案件: one list row per case, moved by each stage in its own transaction; read by lists, never by rules. And 連絡: the
 * thread in which the organisation and the staff in charge write to one another about it. And 締切のお知らせ to those who
 * have begun and not finished. Events: MessageSent, DeadlinesNear.
 */
export { CaseList } from './use-cases/case-list.js';
export { CasePapers, type CaseFile, type CaseTable, type PaperSource } from './use-cases/case-papers.js';
export { CasePlaces, type PlaceSource } from './use-cases/case-places.js';
export { MessageMails, type MessageToTell } from './use-cases/message-mails.js';
export { OpenThread, type Thread } from './use-cases/open-thread.use-case.js';
export { Reminders, type NearCase, type Reminder } from './use-cases/reminders.js';
export { SendMessage, type SendMessageCommand } from './use-cases/send-message.use-case.js';
export { WriteMessage } from './use-cases/write-message.js';
export {
  PHASES,
  searchWords,
  WAITING_FOR,
  type CaseCounts,
  type CaseFilter,
  type CaseItem,
  type CaseMove,
  type CasePage,
  type CasePlace,
  type FoundCases,
  type NewCase,
  type Phase,
  type WaitingFor,
} from './domain/case.js';
export { LONGEST_MESSAGE, type Correspondent, type MentionedPlace, type Message } from './domain/message.js';

/**
 * What this stage announces. `MessageSent` (data: messageId, from) speaks of a case; `DeadlinesNear` (data: the ids of the
 * organisations behind one mail address) of the first of them.
 */
export const CASE_EVENTS = ['MessageSent', 'DeadlinesNear'] as const;
