import { formatEra } from '../../../kernel/local-date.js';
import type { HearingPlan } from '../../../proposals/index.js';

/** `令和6年6月20日 14:00から、役場2階 会議室`. */
export const hearingDayInWords = ({ heldOn, startsAt, place }: HearingPlan): string =>
  `${formatEra(heldOn)}${startsAt === null ? '' : ` ${startsAt}から`}、${place}`;
