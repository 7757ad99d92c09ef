import { formatEra } from '../../kernel/local-date.js';
import type { AnswerOrigin } from './opinion.js';

/** By whom, when and where one side's answer was given and written down, e.g. `審査会の答えを担当課が記入（第2回…、令和9年4月9日）`. */
export function originInWords({ side, saidOn, onPaper, meeting, answeredBy }: AnswerOrigin): string {
  const day = saidOn === null ? '' : formatEra(saidOn);
  if (side === 'organization') {
    return onPaper ? `団体の答えを担当課が記入（${day}に紙で受け取ったもの）` : `団体が自分で回答（${day}）`;
  }
  if (side === 'staff') return `担当課が回答（${day}）`;
  const at = [meeting, day].filter((part) => part !== '').join('、');
  return answeredBy === null
    ? `審査会の答えを担当課が記入（${at}）`
    : `審査会の委員${String(answeredBy)}人がそれぞれ答え、審査会として一つにまとめた（${at}）`;
}
