import { addDays, formatEra, type LocalDate } from '../../../kernel/local-date.js';
import { claimNext } from '../after-decision/instalments.js';
import { apply } from '../apply.js';
import { draftDecision, pass } from '../decide.js';
import type { OpeningDays } from '../opening-days.js';
import { order } from '../pay.js';
import { KOTAKE } from '../scenes.js';
import { Troupe } from '../troupe.js';
import { draftOrdinance } from './draft-ordinance.js';
import { applyFromProposals, decideAndTell, type Carried } from './model-project.js';
import { carriedAs, FLOWERS, HALL } from './before-first-visit.js';
import { askForOpinions, writeToMayor } from './voices.js';

const DAYS_OF_CONSULTATION = 30;

/** What lies on the desks of 小竹町 on the day on which somebody first looks; what came before is done already. */
export async function playFirstVisit(origin: string, days: OpeningDays): Promise<void> {
  const troupe = new Troupe(origin, KOTAKE.slug);
  await openConsultation(troupe, days.today);
  await writeToMayor(troupe, 'waiting');
  await beginFlowers(troupe, days);
  await applyForTheYear(troupe);
}

async function openConsultation(troupe: Troupe, today: LocalDate): Promise<void> {
  const opens = formatEra(today);
  const pdf = await draftOrdinance(opens);
  await askForOpinions(troupe, HALL, { opens, closes: formatEra(addDays(today, DAYS_OF_CONSULTATION)), pdf });
}

/** A model project is decided and ordered, which the treasury is to check. */
async function beginFlowers(troupe: Troupe, { decisionBy, closes }: OpeningDays): Promise<void> {
  const flowers: readonly Carried[] = carriedAs(FLOWERS, { from: decisionBy, until: closes });
  await applyFromProposals(troupe, HALL, flowers);
  await decideAndTell(troupe, HALL);
  for (const { cast } of flowers) await claimNext(troupe, cast);
  await order(troupe, HALL);
}

/** 運営交付金: the decision of one goes round, another waits for its review. */
async function applyForTheYear(troupe: Troupe): Promise<void> {
  const [first, ...others] = KOTAKE.cast;
  if (!first) throw new Error('小竹町 has no organisation');
  await apply(troupe, first);
  await pass(troupe, HALL, first);
  await draftDecision(troupe, HALL);
  for (const cast of others) await apply(troupe, cast);
}
