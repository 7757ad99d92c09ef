import { Inject, Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { municipalityId, systemActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SUBSCRIPTIONS, type EventHandler, type Subscriptions } from './handler.js';
import { OutboxStore, type Delivery } from './outbox.store.js';

/** Carries one delivery out: effect and record of it in one commit. */
@Injectable()
export class Deliver {
  private readonly handlers = new Map<string, EventHandler>();
  private readonly namesByEvent = new Map<string, readonly string[]>();

  constructor(
    private readonly outbox: OutboxStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly modules: ModuleRef,
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscriptions,
  ) {}

  /** The handlers' names of an event type; an unknown type is a programming error found at start-up. */
  handlersOf(eventType: string): readonly string[] {
    if (this.namesByEvent.size === 0) this.resolveHandlers();
    const names = this.namesByEvent.get(eventType);
    if (!names) throw new Error(`the event ${eventType} has no entry in the subscriptions`);
    return names;
  }

  async execute(delivery: Delivery): Promise<void> {
    if (this.namesByEvent.size === 0) this.resolveHandlers();
    const handler = this.handlers.get(delivery.handler);
    const event = await this.outbox.event(delivery.eventId);
    if (!handler || !event) throw new Error(`nothing handles ${delivery.handler} for ${delivery.eventId}`);
    const actor = systemActor(municipalityId(event.municipalityId), handler.name);
    await this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.outbox.begin(tx, delivery))) return;
      const again: Date[] = [];
      await handler.handle(tx, event, (until) => again.push(until));
      const [until] = again;
      await (until ? this.outbox.postpone(tx, delivery, until) : this.outbox.complete(tx, delivery));
    });
  }

  /** What a log and the failed-jobs page may say of an error: no personal data, so codes for our own refusals. */
  static describe(error: unknown): string {
    if (error instanceof DomainError) return error.code;
    return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error';
  }

  private resolveHandlers(): void {
    for (const [event, types] of Object.entries(this.subscriptions)) {
      const handlers = types.map((type: Type<EventHandler>) => this.modules.get(type, { strict: false }));
      for (const handler of handlers) this.handlers.set(handler.name, handler);
      this.namesByEvent.set(
        event,
        handlers.map(({ name }) => name),
      );
    }
  }
}
