export { morningOf, Mornings } from './mornings.js';

/** What the clock announces; subject: the town. Data: day. */
export const SCHEDULE_EVENTS = ['MorningCame'] as const;
