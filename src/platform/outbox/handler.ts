import type { Type } from '@nestjs/common';
import type { DomainEvent, Transaction } from '../database/transaction.js';

/** A committed event as the handlers receive it. */
export interface CommittedEvent extends DomainEvent {
  readonly id: string;
  readonly municipalityId: string;
  readonly occurredAt: Date;
}

/** Asks for the same event again at that instant: what the handler wrote stays, but the event does not count as done. */
export type Postpone = (until: Date) => void;

/**
 * What follows from an event. Runs as the system in one transaction together with the record
 * that it ran, so a second delivery of the same event finds the work done and changes nothing. An effect outside the
 * database (a mail) happens before the commit and must bear being repeated.
 */
export interface EventHandler {
  /** Stable name, kept with each delivery; never rename one that is in use. */
  readonly name: string;
  handle(tx: Transaction, event: CommittedEvent, postpone: Postpone): Promise<void>;
}

/** For each event the handlers that follow, in no particular order; an event with nothing to do has an empty list. */
export type Subscriptions = Readonly<Record<string, readonly Type<EventHandler>[]>>;

export const SUBSCRIPTIONS = Symbol('SUBSCRIPTIONS');
