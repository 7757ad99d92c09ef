import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Correspondent, Message } from '../domain/message.js';
import { CaseMessageRow } from './case-message-row.js';

type NewMessage = Pick<Message, 'id' | 'from' | 'text' | 'place'> & {
  readonly caseId: string;
  readonly requestId: string;
};

interface MessageOfThread extends Omit<Message, 'place'> {
  readonly pointer: string | null;
  readonly label: string | null;
}

/** The threads. Messages and their openings are written once and never changed. */
@Injectable()
export class MessageStore {
  /** Oldest first. */
  async of(tx: Transaction, caseId: string): Promise<Message[]> {
    const rows = await tx.query<MessageOfThread>(
      `SELECT m.id, m.number, m.sender AS "from", m.text, m.pointer, m.label, m.written_at AS "writtenAt",
              m.written_by AS "writtenBy", o.opened_at AS "openedAt", o.opened_by AS "openedBy"
         FROM case_messages m
         LEFT JOIN case_message_openings o ON o.municipality_id = m.municipality_id AND o.message_id = m.id
        WHERE m.municipality_id = $1 AND m.case_id = $2 ORDER BY m.number`,
      [tx.municipalityId, caseId],
    );
    return rows.map(({ pointer, label, ...message }) => ({
      ...message,
      place: pointer !== null && label !== null ? { pointer, label } : null,
    }));
  }

  /** The caller holds the case, so that numbers follow one another. Returns the message's number. */
  async add(tx: Transaction, { from, place, ...message }: NewMessage): Promise<number> {
    const number = (await tx.manager.countBy(CaseMessageRow, { caseId: message.caseId })) + 1;
    await tx.manager.insert(CaseMessageRow, {
      ...message,
      number,
      municipalityId: tx.municipalityId,
      sender: from,
      pointer: place?.pointer ?? null,
      label: place?.label ?? null,
      writtenAt: tx.now,
      writtenBy: tx.actor.name,
    });
    return number;
  }

  hasRequest(tx: Transaction, caseId: string, requestId: string): Promise<boolean> {
    return tx.manager.existsBy(CaseMessageRow, { caseId, requestId });
  }

  /** Records that what this side wrote has been opened; returns the messages that nobody had opened before. */
  async open(tx: Transaction, caseId: string, from: Correspondent): Promise<string[]> {
    const opened = await tx.query<{ id: string }>(
      `INSERT INTO case_message_openings (municipality_id, message_id, opened_at, opened_by)
       SELECT m.municipality_id, m.id, $4, $5 FROM case_messages m
        WHERE m.municipality_id = $1 AND m.case_id = $2 AND m.sender = $3
          AND NOT EXISTS (SELECT 1 FROM case_message_openings o
                           WHERE o.municipality_id = m.municipality_id AND o.message_id = m.id)
        ORDER BY m.number
       ON CONFLICT DO NOTHING RETURNING message_id AS id`,
      [tx.municipalityId, caseId, from, tx.now, tx.actor.name],
    );
    return opened.map(({ id }) => id);
  }
}
