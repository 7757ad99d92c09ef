import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePlaces, type MentionedPlace, type PlaceSource } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { placesOf, type Place } from '../domain/correction-points.js';
import { ApplicationStore } from '../store/application.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { PrepareSubmission } from './prepare-submission.js';

const LONGEST_LABEL = 60;

/** The places of an application that a message may name: as it is being written for its officers, as it was sent for staff. */
@Injectable()
export class ApplicationPlaces implements PlaceSource, OnModuleInit {
  constructor(
    private readonly casePlaces: CasePlaces,
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly preparation: PrepareSubmission,
  ) {}

  onModuleInit(): void {
    this.casePlaces.register(this);
  }

  async placesOf(tx: Transaction, applicationId: string): Promise<readonly MentionedPlace[]> {
    const application = await this.applications.get(tx, applicationId);
    const written = application.state === 'draft' || application.state === 'returned';
    const content =
      written && tx.actor.kind === 'officer'
        ? (await this.preparation.prepare(tx, application)).content
        : (await this.submissions.newest(tx, applicationId))?.content;
    return content ? labelled(placesOf(content)) : [];
  }
}

/** Places that share a label, such as two lines of one category, are told apart by what stands there. */
const labelled = (places: readonly Place[]): MentionedPlace[] =>
  places.map(({ pointer, label, text }) => {
    const shared = places.filter((place) => place.label === label).length > 1;
    const words = [...(shared ? `${label}（${text}）` : label)];
    return { pointer, label: words.slice(0, LONGEST_LABEL).join('') + (words.length > LONGEST_LABEL ? '…' : '') };
  });
