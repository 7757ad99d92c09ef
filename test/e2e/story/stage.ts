import { seedBusiness, seedTowns } from '../../../src/demo/seed-towns.js';
import { openBrowser, openWeb, type Web } from '../../support/index.js';
import { Person, type Onlooker } from './person.js';

/** Both towns as an empty installation gives them, and everyone of 小郡市 at a window of their own. */
export interface Stage {
  readonly web: Web;
  /** Not signed in. */
  readonly resident: Person;
  /** Not signed in: still waits for the printed code. */
  readonly officer: Person;
  readonly clerk: Person;
  readonly sectionChief: Person;
  readonly divisionHead: Person;
  readonly checker: Person;
  readonly treasurer: Person;
  close(): Promise<void>;
}

/** `at` is the day on which the story begins; `onlooker` sees every page that anyone comes to. */
export async function openStage(at: string, onlooker: Onlooker): Promise<Stage> {
  const web = await openWeb({ at });
  for (const { id } of await seedTowns(web)) await seedBusiness(web, id, ['budget', 'programs']);
  const chromium = await openBrowser();
  const arrive = (): Promise<Person> => Person.arrive(chromium, `${web.url}/ogori`, onlooker);
  const signedIn = async (signInName: string): Promise<Person> => (await arrive()).signIn(signInName);
  return {
    web,
    resident: await arrive(),
    officer: await arrive(),
    clerk: await signedIn('tanto1'),
    sectionChief: await signedIn('kakaricho'),
    divisionHead: await signedIn('kacho'),
    checker: await signedIn('kaikei-shinsa'),
    treasurer: await signedIn('kaikei-kanrisha'),
    close: async () => {
      await chromium.close();
      await web.close();
    },
  };
}
