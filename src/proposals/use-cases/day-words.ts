import type { TemplateData } from '../../notices/index.js';
import type { Presentation } from '../../panels/index.js';
import type { HearingPlan } from '../domain/hearing.js';

/** The day of a hearing as it is told: for the first time, moved, or called off. */
export function hearingWords(plans: readonly HearingPlan[]): TemplateData {
  const plan = plans.at(-1);
  if (!plan) throw new Error('no day of a hearing was said');
  const { kind, heldOn, startsAt, place, words, reason } = plan;
  return {
    ...{ calledOff: kind === 'called-off', again: plans.at(-2)?.kind === 'planned' },
    ...{ day: heldOn, time: startsAt ?? '', place, message: words, reason },
  };
}

/** Day, place, order and time of a presentation. */
export function presentationWords(presentation: Presentation | undefined): TemplateData {
  if (!presentation) throw new Error('it is not presented');
  const { panelName: panel, heldOn: day, startsAt, place, order, of: count, times, slot } = presentation;
  return {
    ...{ panel, day, time: startsAt ?? '', place, order, count, talk: times.talk, questions: times.questions },
    slot: slot ? `${slot.from}から${slot.until}` : '',
  };
}
