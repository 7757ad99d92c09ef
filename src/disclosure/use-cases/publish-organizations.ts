import { Injectable } from '@nestjs/common';
import { IntroduceOrganization, OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PublicOrganization } from '../domain/public-organization.js';
import { DisclosureStates } from '../store/disclosure-state.store.js';
import { PublicOrganizationStore } from '../store/public-organization.store.js';
import { PublishGrants } from './publish-grants.js';

/** Carries the facts of a registered organisation over: never who serves it, nor where its money goes. */
@Injectable()
export class PublishOrganizations {
  constructor(
    private readonly store: PublicOrganizationStore,
    private readonly states: DisclosureStates,
    private readonly organizations: OrganizationDirectory,
    private readonly introductions: IntroduceOrganization,
    private readonly grants: PublishGrants,
  ) {}

  /** Its grants stand under its district and follow it. */
  async follow(tx: Transaction, organizationId: string): Promise<void> {
    await this.states.takeTurns(tx, organizationId);
    const profile = await this.organizations.get(tx, organizationId);
    if (profile.state !== 'registered') return;
    const changed = await this.store.put(tx, await this.published(tx, profile));
    await this.grants.followOrganization(tx, organizationId);
    if (changed) await this.states.count(tx);
  }

  /** The list of districts is read as it is; whoever kept a page of it has to look again. */
  followDistricts(tx: Transaction): Promise<void> {
    return this.states.count(tx);
  }

  async rebuild(tx: Transaction): Promise<void> {
    const registered = (await this.organizations.list(tx)).filter(({ state }) => state === 'registered');
    for (const profile of registered) await this.store.put(tx, await this.published(tx, profile));
    await this.store.removeOthers(
      tx,
      registered.map(({ id }) => id),
    );
  }

  private async published(tx: Transaction, profile: OrganizationProfile): Promise<PublicOrganization> {
    const { id, name, kana, districtId, districtName, wards } = profile;
    const introduction = await this.introductions.of(tx, id);
    const districts = await this.organizations.districtsOf(tx);
    return {
      ...{ id, name, kana, districtId, districtName, wards },
      districtPosition: districts.findIndex((district) => district.id === districtId),
      introduction: introduction.public ? introduction.text : '',
      registeredOn: await this.organizations.registeredOn(tx, id),
    };
  }
}
