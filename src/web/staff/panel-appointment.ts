import { formatEra } from '../../kernel/local-date.js';
import type { Meeting } from '../../panels/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedTime } from '../shared/typed-time.js';
import type { AppointmentDto } from './panels.dto.js';

/** Day, hour, place and times of a meeting, as its page sends them. */
export const appointmentIn = ({ heldOn, startsAt, place, talkMinutes, questionMinutes }: AppointmentDto) => ({
  heldOn: typedDay(heldOn, 'heldOn', '開催日'),
  startsAt: typedTime(startsAt, 'startsAt'),
  place,
  talkMinutes,
  questionMinutes,
});

/** The same as the fields of the page begin. */
export const appointmentAsTyped = ({ heldOn, startsAt, place, presentation }: Meeting) => ({
  heldOn: formatEra(heldOn),
  startsAt: startsAt ?? '',
  place,
  talkMinutes: presentation ? String(presentation.talk) : '',
  questionMinutes: presentation ? String(presentation.questions) : '',
});
