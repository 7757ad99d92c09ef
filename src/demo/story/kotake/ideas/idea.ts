/** Who brings it: the staff on paper, a resident or an organisation at a screen of their own. */
export type Bringer =
  | { readonly kind: 'staff' }
  | { readonly kind: 'resident'; readonly name: string; readonly publicName: 'yes' | 'no' }
  | { readonly kind: 'organization'; readonly district: string };

/** What is proposed, and what the town finds. */
export interface Idea {
  readonly title: string;
  readonly aim: string;
  readonly activities: string;
  readonly by: Bringer;
  /** Who is to do what beside whom, where it is known already. */
  readonly people?: string;
  /** Whether the area needs it, and why. */
  readonly screened: { readonly outcome: 'relevant' | 'set-aside'; readonly reason: string };
  /** Who does it in the end: the town, the residents, or both together. */
  readonly sorted: 'town' | 'residents' | 'together';
  /** What its proposer answered when heard; who is heard presents it to the mayor as well. */
  readonly heard?: string;
  /** What is decided of it; everything else stays under consideration. */
  readonly result?: IdeaResult;
}

export type IdeaResult =
  /** `district`: whose organisation carries it out where another brought it. Yen. */
  | { readonly kind: 'adopted'; readonly amount: number; readonly comment: string; readonly district?: string }
  | { readonly kind: 'refused'; readonly comment: string }
  | { readonly kind: 'merged'; readonly into: string; readonly comment: string };

type Told = readonly [title: string, aim: string, activities: string, sorted: Idea['sorted'], reason: string];

const sample = (text: string): string => `${text}（見本）`;

/** An idea that the area needs, from the staff unless `more` says otherwise. */
export const idea = (
  [title, aim, activities, sorted, reason]: Told,
  more: Partial<Pick<Idea, 'by' | 'people' | 'heard' | 'result'>> = {},
): Idea => ({
  ...{ title: sample(title), aim: sample(aim), activities: sample(activities), by: { kind: 'staff' }, sorted },
  screened: { outcome: 'relevant', reason: sample(reason) },
  ...more,
});

/** One that is good, but not for this call. */
export const setAside = (told: Told): Idea => ({
  ...idea(told),
  screened: { outcome: 'set-aside', reason: sample(told[4]) },
});
