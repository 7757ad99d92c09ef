import { KOTAKE_CAST, OGORI_CAST, type CastOrganization } from './cast.js';
import { DEMO_PASSWORD, DEMO_TOWNS } from '../towns/index.js';
import type { DemoAccount } from '../seed-towns.js';
import type { Hall } from './decide.js';

/** A town of the story: its organisations and the people at its hall. */
export interface Scene {
  readonly slug: string;
  readonly cast: readonly CastOrganization[];
  readonly hall: Hall;
}

export const OGORI: Scene = {
  slug: 'ogori',
  cast: OGORI_CAST,
  hall: { clerk: 'tanto1', approvers: ['kakaricho', 'kacho'], checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' },
};

export const KOTAKE: Scene = {
  slug: 'kotake',
  cast: KOTAKE_CAST,
  hall: { clerk: 'tanto', approvers: ['kakaricho', 'kacho'], checker: 'kaikei', treasurer: 'kaikei-kanrisha' },
};

export const SCENES: readonly Scene[] = [OGORI, KOTAKE];

/** One account of each organisation, for the lines printed at start. */
export const demoOfficerAccounts = (): DemoAccount[] =>
  SCENES.flatMap(({ slug, cast }) =>
    cast.map(({ name, signInName }) => ({
      town: DEMO_TOWNS.find(({ town }) => town.slug === slug)?.town.name ?? slug,
      path: `/${slug}/sign-in`,
      role: name,
      signInName,
      password: DEMO_PASSWORD,
    })),
  );
