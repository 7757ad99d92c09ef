import { dayInJapan, daysBetween } from '../../kernel/local-date.js';

/** The acts of a case between which somebody waits, in the order of its way. */
export const MILESTONES = ['submitted', 'passed', 'decided', 'issued', 'claimed', 'ordered', 'paid'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** When each act was done first for one case. */
export type Times = Partial<Readonly<Record<Milestone, Date>>>;

/** From one act to the next: how many cases have done both, and how many days that took. */
export interface Wait {
  readonly from: Milestone;
  readonly to: Milestone;
  readonly count: number;
  /** Half of the cases took no longer; null where no case has come so far. */
  readonly median: number | null;
  readonly longest: number | null;
}

/** Calendar days in Japan; an act on the same day took 0. */
export function waitsOf(cases: readonly Times[]): Wait[] {
  return MILESTONES.slice(1).flatMap((to, index) => {
    const from = MILESTONES[index];
    if (!from) return [];
    const days = cases
      .flatMap((times) => {
        const [began, ended] = [times[from], times[to]];
        return began && ended && ended >= began ? [daysBetween(dayInJapan(began), dayInJapan(ended))] : [];
      })
      .sort((a, b) => a - b);
    const median = days[Math.ceil(days.length / 2) - 1] ?? null;
    return [{ from, to, count: days.length, median, longest: days.at(-1) ?? null }];
  });
}
