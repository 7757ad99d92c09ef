/** 案件: one list row per case, moved by each stage in its own transaction; read by lists, never by rules. */
export { CaseList } from './use-cases/case-list.js';
export {
  PHASES,
  WAITING_FOR,
  type CaseFilter,
  type CaseItem,
  type CaseMove,
  type CasePage,
  type CasePlace,
  type NewCase,
  type Phase,
  type WaitingFor,
} from './domain/case.js';
