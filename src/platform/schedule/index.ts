export { Mornings } from './mornings.js';

/** What the clock announces; subject: the town. Data: `day`, and `since`, the day of the morning before this one. */
export const SCHEDULE_EVENTS = ['MorningCame'] as const;
