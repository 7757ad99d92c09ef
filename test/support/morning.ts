import type { MunicipalityId } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { Mornings } from '../../src/platform/schedule/index.js';
import type { House } from './house.js';

/** The morning of this day comes in a town, and everything that follows from it is done. */
export async function aMorning(house: House, town: { readonly id: MunicipalityId }, day: string): Promise<void> {
  house.clock.at(`${day}T08:00`);
  await new Mornings(house.get(UnitOfWork), house.clock).pass([town.id]);
  await house.drainOutbox();
}
